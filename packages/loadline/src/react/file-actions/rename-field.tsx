'use client'

import { useId, useLayoutEffect, useRef, useState, type ReactNode } from 'react'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'

interface RenameFieldProps {
  readonly name: string
  /** With the name as it was: it stays. */
  readonly onDone: (name: string) => void
}

/** Over a file's name: what stands before the extension is selected. */
export function RenameField({ name, onDone }: RenameFieldProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const id = useId()
  const field = useRef<HTMLInputElement>(null)
  const isDone = useRef(false)
  const [value, setValue] = useState(name)
  useLayoutEffect(() => {
    const dot = name.lastIndexOf('.')
    field.current?.focus()
    field.current?.setSelectionRange(0, dot > 0 ? dot : name.length)
  }, [name])
  const problem = problemOf(value)
  const end = (next: string): void => {
    // Leaving the field ends it too.
    if (isDone.current) return
    isDone.current = true
    onDone(next)
  }
  return (
    <span {...slot('rename')}>
      <input
        {...slot('rename-field')}
        ref={field}
        value={value}
        dir="auto"
        spellCheck={false}
        autoComplete="off"
        aria-label={messages.actionOn({ action: messages.rename, name })}
        aria-invalid={problem !== null || undefined}
        aria-describedby={problem === null ? undefined : id}
        onChange={(event) => setValue(event.currentTarget.value)}
        onBlur={() => end(problem === null ? value.trim() : name)}
        onKeyDown={(event) => {
          event.stopPropagation()
          if (event.key === 'Escape') end(name)
          // While a word is put together, Enter chooses its letters.
          if (event.key === 'Enter' && !event.nativeEvent.isComposing && problem === null) {
            end(value.trim())
          }
        }}
      />
      {problem !== null && (
        <span {...slot('rename-problem')} id={id} role="alert">
          {messages[problem]}
        </span>
      )}
    </span>
  )
}

function problemOf(name: string): 'nameEmpty' | 'nameInvalid' | null {
  if (name.trim() === '') return 'nameEmpty'
  return name.includes('/') ? 'nameInvalid' : null
}
