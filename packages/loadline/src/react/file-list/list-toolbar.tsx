'use client'

import type { ReactNode } from 'react'
import type { FileListQuery, StoredFile } from '../../core/index.js'
import { afterContent, useLazyModule } from '../hooks/use-lazy-module.js'
import type { ListView } from '../list-view/use-list-view.js'
import { ViewSwitch } from '../list-view/view-switch.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { useSlots } from '../slots/slots.js'
import { isNarrowed } from './is-narrowed.js'
import { SearchField } from './search-field.js'

interface ListToolbarProps {
  readonly query: FileListQuery
  /** `null`: the application alone decides. */
  readonly onQuery: ((query: FileListQuery) => void) | null
  /** Files that match; `null`: not known. */
  readonly total: number | null
  readonly viewing: ListView
  /** Those that are loaded. */
  readonly files: readonly StoredFile[]
}

const loadChips = () => import('./filter-chips.js')
const loadSortMenu = () => import('../list-view/sort-menu.js')

/** What narrows the list, a search and the filters that the adapter has; and how it looks. */
export function ListToolbar({
  query,
  onQuery,
  total,
  viewing,
  files,
}: ListToolbarProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { adapter } = useProvider()
  const { view, onView } = viewing
  const { filters, sortKeys } = adapter.features
  const hasSearch = onQuery !== null && adapter.features.search !== false
  const hasFilters = onQuery !== null && filters.length > 0
  const hasSort = onQuery !== null && view === 'grid' && sortKeys.length > 0
  const chips = useLazyModule(loadChips, hasFilters, afterContent)
  const sort = useLazyModule(loadSortMenu, hasSort)
  if (!hasSearch && !hasFilters && !hasSort && onView === null) return null
  return (
    <div {...slot('toolbar')}>
      {hasSearch && (
        <SearchField
          search={query.search ?? ''}
          onSearch={(text) => onQuery({ ...query, search: text === '' ? undefined : text })}
        />
      )}
      {hasFilters && chips !== null && <chips.FilterChips {...{ query, onQuery, files }} />}
      <div {...slot('toolbar-end')}>
        {total !== null && isNarrowed(query) && (
          <span {...slot('match-count')} role="status">
            {messages.matchCount({ count: total })}
          </span>
        )}
        {hasSort && sort !== null && <sort.SortMenu query={query} onQuery={onQuery} />}
        {onView !== null && <ViewSwitch view={view} onView={onView} />}
      </div>
    </div>
  )
}
