'use client'

import type { ReactNode } from 'react'
import type { FileListQuery } from '../../core/index.js'
import { useLazyModule } from '../hooks/use-lazy-module.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { useSlots } from '../slots/slots.js'
import { isNarrowed } from './is-narrowed.js'
import { SearchField } from './search-field.js'

interface ListToolbarProps {
  readonly query: FileListQuery
  readonly onQuery: (query: FileListQuery) => void
  /** Files that match; `null`: not known. */
  readonly total: number | null
}

const loadChips = () => import('./filter-chips.js')

/** What narrows the list: a search, and the filters that the adapter has. */
export function ListToolbar({ query, onQuery, total }: ListToolbarProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { adapter } = useProvider()
  const { search, filters } = adapter.features
  const chips = useLazyModule(loadChips, filters.length > 0)
  if (search === false && filters.length === 0) return null
  return (
    <div {...slot('toolbar')}>
      {search !== false && (
        <SearchField
          search={query.search ?? ''}
          onSearch={(text) => onQuery({ ...query, search: text === '' ? undefined : text })}
        />
      )}
      {chips !== null && <chips.FilterChips query={query} onQuery={onQuery} />}
      {total !== null && isNarrowed(query) && (
        <span {...slot('match-count')} role="status">
          {messages.matchCount({ count: total })}
        </span>
      )}
    </div>
  )
}
