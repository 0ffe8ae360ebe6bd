'use client'

import type { ReactNode } from 'react'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import { useTypedSearch } from './use-typed-search.js'

interface SearchFieldProps {
  readonly search: string
  readonly onSearch: (search: string) => void
}

export function SearchField({ search, onSearch }: SearchFieldProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { adapter } = useProvider()
  const { text, type, tellNow } = useTypedSearch(search, onSearch)
  return (
    <div {...slot('search')}>
      <Icon name="search" size={15} />
      <input
        {...slot('search-field')}
        type="search"
        aria-keyshortcuts="/"
        value={text}
        aria-label={messages.searchFiles}
        placeholder={
          adapter.features.search === 'page' ? messages.searchLoaded : messages.searchFiles
        }
        onChange={(event) => type(event.currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') {
            event.preventDefault()
            type('')
          } else if (event.key === 'Enter' && !event.nativeEvent.isComposing) {
            tellNow()
          }
        }}
      />
      <kbd {...slot('menu-keys')} aria-hidden>
        /
      </kbd>
    </div>
  )
}
