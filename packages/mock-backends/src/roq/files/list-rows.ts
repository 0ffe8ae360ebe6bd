import { matchFilter } from './match-filter.js'

export interface ListArguments {
  readonly filter?: Readonly<Record<string, Readonly<Record<string, unknown>>>> | null
  readonly limit?: number | null
  readonly offset?: number | null
  readonly order?: { readonly sort: string; readonly order: 'ASC' | 'DESC' } | null
  readonly search?: { readonly key: string; readonly value: string } | null
}

export interface RowPage<R> {
  readonly rows: readonly R[]
  readonly totalCount: number
}

type Value = string | number | boolean | null

/**
 * A page of rows. Without an order the newest come first; a limit that is missing, 0 or too large is the server's own,
 * and nobody is told.
 * @param valueOf what a filter, a search or an order of that name looks at
 */
export function listRows<R extends { readonly createdAt: number }>(
  rows: Iterable<R>,
  { filter, limit, offset, order, search }: ListArguments,
  queryLimit: number,
  valueOf: (row: R, key: string) => Value = (row, key) =>
    (row as Record<string, Value>)[key] ?? null,
): RowPage<R> {
  const found = [...rows].filter(
    (row) =>
      Object.entries(filter ?? {}).every(([key, operators]) =>
        matchFilter(valueOf(row, key), operators),
      ) &&
      (!search || String(valueOf(row, search.key)).includes(search.value)),
  )
  const { sort, order: direction } = order ?? { sort: 'createdAt', order: 'DESC' }
  const sign = direction === 'ASC' ? 1 : -1
  const sorted = found
    .map((row, index) => ({ row, index, value: valueOf(row, sort) }))
    .sort((a, b) => sign * (compare(a.value, b.value) || a.index - b.index))
    .map(({ row }) => row)
  const most = !limit || limit > queryLimit ? queryLimit : limit
  const start = offset ?? 0
  return { rows: sorted.slice(start, start + most), totalCount: found.length }
}

function compare(a: Value, b: Value): number {
  if (a === b) return 0
  return (a ?? '') < (b ?? '') ? -1 : 1
}
