import type { FileSort, FileSortKey, StoredFile } from '../../core/index.js'

type Direction = FileSort['direction']

const orders = new WeakMap<readonly StoredFile[], Map<FileSortKey, Direction | null>>()

/**
 * Which way files stand by a key, no two of them alike; `null`: in neither. Looked up once for each array, as a database
 * keeps an index: whatever is picked from files that are in order is in order too.
 */
export function orderOf(files: readonly StoredFile[], key: FileSortKey): Direction | null {
  const known = orders.get(files) ?? new Map<FileSortKey, Direction | null>()
  orders.set(files, known)
  const order = known.get(key)
  if (order !== undefined) return order
  const found = findOrder(files, key)
  known.set(key, found)
  return found
}

function findOrder(files: readonly StoredFile[], key: FileSortKey): Direction | null {
  const isAscending = isAbove(files[1]?.[key], files[0]?.[key])
  let before = files[0]?.[key]
  for (let index = 1; index < files.length; index += 1) {
    const value = files[index]?.[key]
    if (!(isAscending ? isAbove(value, before) : isAbove(before, value))) return null
    before = value
  }
  return isAscending ? 'asc' : 'desc'
}

type Value = StoredFile[FileSortKey]

/** Of what is not known nobody can tell. */
function isAbove(one: Value = null, other: Value = null): boolean {
  return one !== null && other !== null && one > other
}
