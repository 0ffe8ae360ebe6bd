import type { FileListQuery } from '../../core/index.js'

/** Whether a person asked for fewer files than the place has. A folder is a place. */
export function isNarrowed(query: FileListQuery): boolean {
  return hasSearch(query) || hasFilter(query)
}

export function hasSearch({ search }: FileListQuery): boolean {
  return search !== undefined && search.trim() !== ''
}

export function hasFilter({ filter = {} }: FileListQuery): boolean {
  const { folderId: _folder, entity: _entity, ...rest } = filter
  return Object.values(rest).some((value) => value !== undefined)
}

/** The same place, with everything that is in it. */
export function withoutFilter({ filter = {}, ...query }: FileListQuery): FileListQuery {
  const { folderId, entity } = filter
  return {
    ...query,
    filter: {
      ...(folderId !== undefined && { folderId }),
      ...(entity !== undefined && { entity }),
    },
  }
}
