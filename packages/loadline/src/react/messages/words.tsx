'use client'

import { createContext, useContext, useMemo, type ReactNode } from 'react'
import { useProvider } from '../provider/files-context.js'
import { mergeMessages, type ComponentMessages, type Messages } from './messages.js'

const WordsContext = createContext<Messages | null>(null)

/** The words in force here: the provider's, with those of the component around it. */
export function useMessages(): Messages {
  const provided = useProvider().messages
  return useContext(WordsContext) ?? provided
}

interface WordsProps {
  readonly messages: ComponentMessages | undefined
  readonly children: ReactNode
}

/** A component's own `messages`, for all that it is made of. */
export function Words({ messages, children }: WordsProps): ReactNode {
  const around = useMessages()
  const merged = useMemo(() => mergeMessages(around, messages), [around, messages])
  return <WordsContext.Provider value={merged}>{children}</WordsContext.Provider>
}
