'use client'

import { useId, useLayoutEffect, useRef, useState, type KeyboardEvent, type ReactNode } from 'react'
import { useMessages } from '../messages/words.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'

/** Why the name was refused, in words; nothing once it is taken. */
export type RenameOutcome = void | Promise<string | null>

export interface RenameFieldProps {
  readonly name: string
  /** With the name as it was: it stays. */
  readonly onDone: (name: string) => RenameOutcome
}

interface Refusal {
  readonly value: string
  readonly words: string
}

/** Over a file's name: what stands before the extension is selected. It stays until the backend took the name. */
export function RenameField({ name: shown, onDone }: RenameFieldProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const id = useId()
  // The row has the new name as soon as it is asked for.
  const [name] = useState(shown)
  const [value, setValue] = useState(name)
  const [refusal, setRefusal] = useState<Refusal | null>(null)
  const asked = useRef<string | null>(null)
  const field = useSelectedStem(name)
  const refused = refusal?.value === value.trim() ? refusal.words : null
  const problem = problemOf(value)
  const words = refused ?? (problem && messages[problem])
  const ask = async (next: string): Promise<void> => {
    // Leaving the field ends it too.
    if (asked.current !== null) return
    asked.current = next
    const refusedWords = await onDone(next)
    asked.current = null
    if (typeof refusedWords !== 'string') return
    setRefusal({ value: next, words: refusedWords })
    if (document.activeElement !== field.current) void onDone(name)
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation()
    if (event.key === 'Escape' && asked.current === null) void onDone(name)
    // While a word is put together, Enter chooses its letters.
    if (event.key === 'Enter' && !event.nativeEvent.isComposing && words === null) {
      void ask(value.trim())
    }
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
        aria-invalid={words !== null || undefined}
        aria-describedby={words === null ? undefined : id}
        onChange={(event) => {
          if (asked.current === null) setValue(event.currentTarget.value)
        }}
        onBlur={() => void ask(words === null ? value.trim() : name)}
        onKeyDown={onKeyDown}
      />
      {words !== null && <RenameProblem id={id} words={words} />}
    </span>
  )
}

interface RenameProblemProps {
  readonly id: string
  readonly words: string
}

function RenameProblem({ id, words }: RenameProblemProps): ReactNode {
  const slot = useSlots()
  return (
    <span {...slot('rename-problem')} id={id} role="alert">
      <Icon name="failed" size={14} />
      {words}
    </span>
  )
}

function useSelectedStem(name: string) {
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => {
    const dot = name.lastIndexOf('.')
    field.current?.focus()
    field.current?.setSelectionRange(0, dot > 0 ? dot : name.length)
  }, [name])
  return field
}

function problemOf(name: string): 'nameEmpty' | 'nameInvalid' | null {
  if (name.trim() === '') return 'nameEmpty'
  return name.includes('/') ? 'nameInvalid' : null
}
