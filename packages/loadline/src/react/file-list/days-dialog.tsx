'use client'

import { useId, type ReactNode, type SyntheticEvent } from 'react'
import type { FileFilter } from '../../core/index.js'
import { DialogActions } from '../dialog/dialog-actions.js'
import { ModalDialog, useDialog } from '../dialog/modal-dialog.js'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'
import type { DayFilter } from './added-filter.js'

interface DaysDialogProps {
  readonly title: string
  readonly days: DayFilter
  readonly filter: FileFilter
  readonly onChange: (part: FileFilter) => void
  readonly onClose: () => void
}

/** From which day to which, where the adapter knows both. A range that is the wrong way round is turned. */
export function DaysDialog({ title, days, filter, onChange, onClose }: DaysDialogProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { dialog, close } = useDialog()
  const range = days.rangeOf(filter)
  const submit = (event: SyntheticEvent<HTMLFormElement>): void => {
    event.preventDefault()
    // A form of the application's may be around the list.
    event.stopPropagation()
    const data = new FormData(event.currentTarget)
    close()
    onChange(days.filterOf({ first: dayIn(data, 'first'), last: dayIn(data, 'last') }))
  }
  return (
    <ModalDialog {...{ dialog, onClose, title }}>
      <form onSubmit={submit}>
        {days.hasFirst && <DayField name="first" label={messages.firstDay} day={range.first} />}
        {days.hasLast && <DayField name="last" label={messages.lastDay} day={range.last} />}
        <DialogActions onClose={close}>
          <button {...slot('upload-button')} type="submit">
            {messages.apply}
          </button>
        </DialogActions>
      </form>
    </ModalDialog>
  )
}

function dayIn(data: FormData, name: string): string {
  const value = data.get(name)
  return typeof value === 'string' ? value : ''
}

interface DayFieldProps {
  readonly name: string
  readonly label: string
  readonly day: string
}

function DayField({ name, label, day }: DayFieldProps): ReactNode {
  const slot = useSlots()
  const id = useId()
  return (
    <>
      <label {...slot('field-label')} htmlFor={id}>
        {label}
      </label>
      <input
        {...slot('text-field')}
        id={id}
        name={name}
        type="date"
        // Of a year that is half typed there is nothing to find.
        min="1900-01-01"
        max="9999-12-30"
        defaultValue={day}
      />
    </>
  )
}
