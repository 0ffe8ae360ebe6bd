import { sql, type SQL } from 'drizzle-orm'
import type { FileSortKey } from 'loadline/protocol'
import { files, type FileRow } from '../database/schema.js'
import { isStorableText } from '../http/storable-text.js'

interface SortColumn {
  readonly column: SQL
  /** The row's place as text, exact: what a cursor holds. */
  read(row: FileRow): string
  /** Whether a text is such a place; a cursor comes back from the client. */
  accepts(value: string): boolean
  bind(value: string): SQL
}

const byMoment = (column: 'createdAt' | 'updatedAt'): SortColumn => ({
  column: sql`${files[column]}`,
  read: (row) => row[column].toISOString(),
  accepts: isMoment,
  bind: (value) => sql`${value}::timestamptz`,
})

const byText = (column: 'nameSort' | 'contentType' | 'status' | 'visibility'): SortColumn => ({
  column: sql`${files[column]}`,
  read: (row) => row[column],
  accepts: isStorableText,
  bind: (value) => sql`${value}::text`,
})

const columns = {
  createdAt: byMoment('createdAt'),
  updatedAt: byMoment('updatedAt'),
  name: byText('nameSort'),
  contentType: byText('contentType'),
  status: byText('status'),
  visibility: byText('visibility'),
  size: {
    column: sql`${files.size}`,
    read: (row) => String(row.size),
    accepts: (value) => /^\d{1,16}$/.test(value),
    bind: (value) => sql`${value}::bigint`,
  },
} as const satisfies Record<FileSortKey, SortColumn>

const keys = Object.keys(columns) as readonly FileSortKey[]

export type SortName = FileSortKey | `-${FileSortKey}`

export const sortNames: readonly SortName[] = keys.flatMap((key) => [key, `-${key}` as const])

export interface FileSort extends SortColumn {
  readonly isDescending: boolean
}

export function fileSort(name: SortName): FileSort {
  const isDescending = name.startsWith('-')
  const key = (isDescending ? name.slice(1) : name) as FileSortKey
  return { ...columns[key], isDescending }
}

/** PostgreSQL knows no year 0. */
function isMoment(value: string): boolean {
  const time = Date.parse(value)
  return !value.startsWith('0000') && !Number.isNaN(time) && new Date(time).toISOString() === value
}
