'use client'

import { useState } from 'react'
import type { FileAdapter, FileListQuery, FolderStep } from '../../core/index.js'
import { hasFolders } from '../../query/index.js'
import { hasFilter, hasSearch } from '../file-list/is-narrowed.js'
import { useProvider } from '../provider/files-context.js'

export interface FolderChangeDetails {
  /** From the root to the folder, with it; empty at the root. */
  readonly path: readonly FolderStep[]
}

export interface FolderProps {
  /** Controlled: the folder whose files are shown; `null`: the root. It wins over `query.filter.folderId`. */
  readonly folderId?: string | null | undefined
  /** Default: that of the query, or the root. */
  readonly defaultFolderId?: string | null | undefined
  readonly onFolderChange?:
    | ((folderId: string | null, details: FolderChangeDetails) => void)
    | undefined
}

interface ListPlaceOptions extends FolderProps {
  readonly query: FileListQuery
  /** `null`: the query is the application's. */
  readonly onQuery: ((query: FileListQuery) => void) | null
}

/** A folder was entered: where the focus goes. */
export interface FolderVisit {
  /** Counts them; 0: none yet. */
  readonly turn: number
  /** The folder that was left for one above; `null`: the first row it is. */
  readonly fromId: string | null
}

export interface ListPlace {
  /** `null`: the root. */
  readonly folderId: string | null
  /** Folders can be walked; else the list knows none. */
  readonly hasFolders: boolean
  /** They stand among the rows: nobody searches or filters. */
  readonly showFolders: boolean
  /** What is asked for there. */
  readonly query: FileListQuery
  /** The way to the folder that was gone to last. */
  readonly path: readonly FolderStep[]
  readonly visit: FolderVisit
  readonly go: (path: readonly FolderStep[], fromId?: string) => void
}

/** Which folder a list shows, and what is asked of the backend for it. */
export function useListPlace(options: ListPlaceOptions): ListPlace {
  const { query, onQuery, folderId: given, defaultFolderId, onFolderChange } = options
  const { adapter } = useProvider()
  const [own, setOwn] = useState(defaultFolderId)
  const [{ path, visit }, setGone] = useState(notGone)
  const { folderId: inQuery, ...filter } = query.filter ?? {}
  const isOfQuery = given === undefined && own === undefined && inQuery !== undefined
  const named = given !== undefined ? given : own !== undefined ? own : inQuery
  const isFixed = isOfQuery ? onQuery === null : given !== undefined && !onFolderChange
  // The files of an entity lie in any folder.
  const isElsewhere = named === undefined && filter.entity !== undefined
  const canWalk = hasFolders(adapter) && !isFixed && !isElsewhere
  const isAcross = isNarrowedAcross(adapter, query, named !== undefined && onQuery === null)
  const folderId = named ?? null
  return {
    ...{ folderId, path, visit, hasFolders: canWalk, showFolders: canWalk && !isAcross },
    query: askedQuery(query, {
      canAsk: adapter.features.filters.includes('folderId'),
      // From the root a search finds what is in all folders.
      place: canWalk && folderId === null ? (isAcross ? undefined : null) : named,
    }),
    go: (next, fromId) => {
      const id = next.at(-1)?.id ?? null
      setGone({ path: next, visit: { turn: visit.turn + 1, fromId: fromId ?? null } })
      if (isOfQuery) onQuery?.({ ...query, filter: { ...filter, folderId: id } })
      else setOwn(id)
      onFolderChange?.(id, { path: next })
    },
  }
}

const notGone: Pick<ListPlace, 'path' | 'visit'> = { path: [], visit: { turn: 0, fromId: null } }

/** @param isFixed what the application alone decides is not for a person to undo */
function isNarrowedAcross(adapter: FileAdapter, query: FileListQuery, isFixed: boolean): boolean {
  const isSearched = adapter.features.search === 'server' && hasSearch(query)
  return isSearched || (!isFixed && hasFilter(query))
}

interface AskedPlace {
  readonly canAsk: boolean
  /** `undefined`: all folders. */
  readonly place: string | null | undefined
}

function askedQuery(query: FileListQuery, { canAsk, place }: AskedPlace): FileListQuery {
  const { folderId: _named, ...filter } = query.filter ?? {}
  if (canAsk && place !== undefined) return { ...query, filter: { ...filter, folderId: place } }
  return query.filter === undefined ? query : { ...query, filter }
}
