import { sql, type SQL } from 'drizzle-orm'
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
  accepts: (value) => /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(value) && isMoment(value),
  bind: (value) => sql`${value}::timestamptz`,
})

const columns = {
  createdAt: byMoment('createdAt'),
  updatedAt: byMoment('updatedAt'),
  name: {
    column: sql`${files.nameKey}`,
    read: (row) => row.nameKey,
    accepts: isStorableText,
    bind: (value) => sql`${value}::text`,
  },
  size: {
    column: sql`${files.size}`,
    read: (row) => String(row.size),
    accepts: (value) => /^\d{1,16}$/.test(value),
    bind: (value) => sql`${value}::bigint`,
  },
} as const satisfies Record<string, SortColumn>

type SortKey = keyof typeof columns

export const sortNames = [
  'createdAt',
  '-createdAt',
  'updatedAt',
  '-updatedAt',
  'name',
  '-name',
  'size',
  '-size',
] as const satisfies readonly (SortKey | `-${SortKey}`)[]

export type SortName = (typeof sortNames)[number]

export interface FileSort extends SortColumn {
  readonly isDescending: boolean
}

export function fileSort(name: SortName): FileSort {
  const isDescending = name.startsWith('-')
  const key = (isDescending ? name.slice(1) : name) as SortKey
  return { ...columns[key], isDescending }
}

function isMoment(value: string): boolean {
  const time = Date.parse(value)
  return !Number.isNaN(time) && new Date(time).toISOString() === value
}
