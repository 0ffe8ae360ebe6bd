import type { FileListQuery } from '../../core/index.js'

/** The same for queries that the same files answer, in any order. */
export function placeKey({ search, filter }: FileListQuery): string {
  return JSON.stringify([search ?? '', filter ?? {}])
}
