import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileDropzone, useUploadDraft } from 'loadline'
import { useState, type ReactNode } from 'react'
import './recipes.css'

/** Files are uploaded while the ticket is still being written, and linked to it once it exists. */
export function TicketForm(): ReactNode {
  const draft = useUploadDraft()
  const [said, setSaid] = useState('')
  const create = async () => {
    // Here the application would make the ticket, and get its number.
    const { done } = await draft.adopt({ entityName: 'ticket', entityReference: 'T-7' })
    setSaid(`Ticket T-7 has ${String(done.length)} attachments`)
  }
  const discard = async () => {
    await draft.discard()
    setSaid('Discarded')
  }
  return (
    <form
      className="recipe"
      onSubmit={(event) => {
        event.preventDefault()
        void create()
      }}
    >
      <label>
        Subject
        <input className="recipe-field" name="subject" defaultValue="Crane 4 stands still" />
      </label>
      <FileDropzone key={draft.scope} scope={draft.scope} isDraft showFiles compact maxFiles={5} />
      <div className="recipe-row">
        <button className="recipe-button" type="submit">
          Create ticket
        </button>
        <button className="recipe-button" type="button" onClick={() => void discard()}>
          Discard
        </button>
        <span role="status">{said}</span>
      </div>
    </form>
  )
}

const meta = {
  title: 'Recipes/Ticket with attachments',
  component: TicketForm,
  excludeStories: ['TicketForm'],
} satisfies Meta<typeof TicketForm>

export default meta

export const Default: StoryObj<typeof meta> = {}
