'use client'

import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useNewest } from '../hooks/use-newest.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'

interface SearchFieldProps {
  readonly search: string
  readonly onSearch: (search: string) => void
}

/** Until then more letters may follow. */
const pauseMs = 250

export function SearchField({ search, onSearch }: SearchFieldProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { adapter } = useProvider()
  const [typed, setTyped] = useState({ search, text: search })
  // Changed from elsewhere: "Clear search", say.
  if (typed.search !== search) setTyped({ search, text: search })
  const { text } = typed
  const newest = useNewest(onSearch)
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
  useEffect(() => {
    if (text === search) return undefined
    timer.current = setTimeout(() => newest.current(text), pauseMs)
    return () => clearTimeout(timer.current)
  }, [text, search, newest])
  return (
    <div {...slot('search')}>
      <Icon name="search" size={15} />
      <input
        {...slot('search-field')}
        type="search"
        value={text}
        aria-label={messages.searchFiles}
        placeholder={
          adapter.features.search === 'page' ? messages.searchLoaded : messages.searchFiles
        }
        onChange={(event) => setTyped({ search, text: event.currentTarget.value })}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') {
            event.preventDefault()
            setTyped({ search, text: '' })
          } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            clearTimeout(timer.current)
            if (text !== search) onSearch(text)
          }
        }}
      />
    </div>
  )
}
