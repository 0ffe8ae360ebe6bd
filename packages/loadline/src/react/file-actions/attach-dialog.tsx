'use client'

import { useId, useState, type ReactNode, type SyntheticEvent } from 'react'
import type { AssociationInput } from '../../core/index.js'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'
import { DialogActions } from '../dialog/dialog-actions.js'
import { ModalDialog, useDialog } from '../dialog/modal-dialog.js'

interface AttachDialogProps {
  readonly onAttach: (association: AssociationInput) => void
  readonly onClose: () => void
}

const fields = ['entityName', 'entityReference'] as const

/** What files are to belong to: what it is, and which one. */
export function AttachDialog({ onAttach, onClose }: AttachDialogProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { dialog, close } = useDialog()
  const [missing, setMissing] = useState<readonly (keyof AssociationInput)[]>([])
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault()
    // A form of the application's may be around the list.
    event.stopPropagation()
    const form = event.currentTarget
    const input = readForm(form)
    const empty = fields.filter((field) => input[field] === '')
    setMissing(empty)
    if (empty.length > 0) {
      form.querySelector<HTMLElement>(`[name="${String(empty[0])}"]`)?.focus()
      return
    }
    close()
    onAttach(input)
  }
  return (
    <ModalDialog {...{ dialog, onClose }} title={messages.attachTo} text={messages.attachText}>
      <form noValidate onSubmit={submit}>
        {fields.map((field) => (
          <AttachField
            key={field}
            name={field}
            isMissing={missing.includes(field)}
            onChange={() => setMissing(missing.filter((one) => one !== field))}
          />
        ))}
        <DialogActions onClose={close}>
          <button {...slot('upload-button')} type="submit">
            {messages.attach}
          </button>
        </DialogActions>
      </form>
    </ModalDialog>
  )
}

function readForm(form: HTMLFormElement): AssociationInput {
  const data = new FormData(form)
  const read = (field: keyof AssociationInput): string => {
    const value = data.get(field)
    return typeof value === 'string' ? value.trim() : ''
  }
  return { entityName: read('entityName'), entityReference: read('entityReference') }
}

interface AttachFieldProps {
  readonly name: keyof AssociationInput
  readonly isMissing: boolean
  readonly onChange: () => void
}

function AttachField({ name, isMissing, onChange }: AttachFieldProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const id = useId()
  return (
    <>
      <label {...slot('field-label')} htmlFor={id}>
        {messages[name]}
      </label>
      <input
        {...slot('text-field')}
        id={id}
        name={name}
        dir="auto"
        required
        autoComplete="off"
        spellCheck={false}
        aria-invalid={isMissing || undefined}
        aria-describedby={isMissing ? `${id}note` : undefined}
        onChange={onChange}
      />
      {isMissing && (
        <div {...slot('rejection-reason')} id={`${id}note`} role="alert">
          {messages.fieldEmpty}
        </div>
      )}
    </>
  )
}
