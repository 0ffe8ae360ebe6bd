'use client'

import { useEffect, useLayoutEffect, useState, type SyntheticEvent, type RefObject } from 'react'
import { useNewest } from '../hooks/use-newest.js'
import { useMessages } from '../messages/words.js'

export interface FormFieldOptions {
  /** The form must not be sent without a file. Default `false`. */
  readonly required?: boolean | undefined
  /** Id of the form, where the field stands outside of it. */
  readonly form?: string | undefined
}

interface FormField extends FormFieldOptions {
  readonly input: Readonly<RefObject<HTMLInputElement | null>>
  readonly trigger: Readonly<RefObject<HTMLElement | null>>
  readonly isEmpty: boolean
  readonly isPending: boolean
  readonly onReset: () => void
}

/** Why a form was not sent. */
export type FieldProblem = 'required' | 'pending'

/** The part of a native form's field: constraint validation on the file input, and reset. */
export function useFormField(field: FormField) {
  const { input, trigger, isEmpty, isPending, required = false, form } = field
  const isMissing = required && isEmpty && !isPending
  const { waitForUploads } = useMessages()
  const [isTold, setIsTold] = useState(false)
  if (isTold && !isMissing && !isPending) setIsTold(false)

  // Before it is told that nothing is pending: the application may send the form at that.
  useLayoutEffect(() => {
    input.current?.setCustomValidity(isPending ? waitForUploads : '')
  }, [input, isPending, waitForUploads])
  useReset(input, () => {
    setIsTold(false)
    field.onReset()
  })

  const onInvalid = (event: SyntheticEvent<HTMLInputElement>) => {
    // The browser would point at the unseen input.
    event.preventDefault()
    setIsTold(true)
    if (isFirstInvalid(event.currentTarget)) trigger.current?.focus()
  }
  const problem: FieldProblem | null = isPending ? 'pending' : 'required'
  return {
    problem: isTold && (isMissing || isPending) ? problem : null,
    inputProps: { required: isMissing, form, onInvalid },
  }
}

function useReset(input: FormField['input'], onReset: () => void): void {
  const newest = useNewest(onReset)
  useEffect(() => {
    const reset = (event: Event) => {
      if (event.target !== input.current?.form) return
      // The application may yet prevent it.
      queueMicrotask(() => {
        if (!event.defaultPrevented) newest.current()
      })
    }
    document.addEventListener('reset', reset)
    return () => {
      document.removeEventListener('reset', reset)
    }
  }, [input, newest])
}

function isFirstInvalid(input: HTMLInputElement): boolean {
  const first = Array.from(input.form?.elements ?? [input]).find(
    (element) => element.matches(':invalid') && element.localName !== 'fieldset',
  )
  return first === input
}
