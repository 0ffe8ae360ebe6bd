import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileUpload } from 'loadline'
import type { ReactNode } from 'react'
import './recipes.css'

interface ClaimFormProps {
  readonly onSend?: ((data: FormData) => void) | undefined
}

/** No state at all: the ids are in the form's data, and it is not sent before they are there. */
export function ClaimForm({ onSend }: ClaimFormProps): ReactNode {
  return (
    <form
      className="recipe"
      onSubmit={(event) => {
        event.preventDefault()
        onSend?.(new FormData(event.currentTarget))
      }}
    >
      <label>
        What happened
        <input className="recipe-field" name="story" defaultValue="The quay wall was hit." />
      </label>
      <FileUpload name="evidence" required showFiles />
      <div className="recipe-row">
        <button className="recipe-button" type="submit">
          Send claim
        </button>
        <button className="recipe-button" type="reset">
          Start over
        </button>
      </div>
    </form>
  )
}

const meta = {
  title: 'Recipes/Native form',
  component: ClaimForm,
  excludeStories: ['ClaimForm'],
} satisfies Meta<typeof ClaimForm>

export default meta

export const Default: StoryObj<typeof meta> = {}
