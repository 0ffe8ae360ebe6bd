import { UploadError, type FileFilter, type FileQuery } from '../../core/index.js'
import type { ListFilesParams } from '../../protocol/index.js'

type Asked = { readonly [K in keyof ListFilesParams]?: ListFilesParams[K] | undefined }

/** The most that one page has. */
export const maxPageSize = 200

/**
 * A query in the words of `GET /files`.
 * @throws UploadError `unsupported` for a filter that the API lacks: one that is ignored would show wrong files.
 */
export function fileParams(query: FileQuery): URLSearchParams {
  const { search, filter = {}, sort, limit, cursor, offset } = query
  const isFollowing = cursor !== undefined && cursor !== null
  return toSearchParams({
    limit: Math.min(limit, maxPageSize),
    search: search === '' ? undefined : search,
    sort: sort && (sort.direction === 'desc' ? `-${sort.key}` : sort.key),
    ...filterParams(filter),
    cursor: isFollowing ? cursor : undefined,
    offset: isFollowing ? undefined : offset,
  })
}

function filterParams({
  categories,
  statuses,
  visibility,
  contentTypes,
  folderId,
  entity,
  createdBy,
  createdAfter,
  createdBefore,
  ...others
}: FileFilter): Asked {
  const unknown = Object.entries(others).find(([, value]) => value !== undefined)
  if (unknown !== undefined) {
    throw new UploadError('unsupported', {
      message: `The rest adapter cannot filter by "${unknown[0]}". Look at features.filters first.`,
    })
  }
  return {
    category: categories,
    status: statuses,
    visibility,
    contentType: contentTypes,
    folderId: folderId === null ? '' : folderId,
    entityName: entity?.name,
    entityReference: entity?.references,
    createdBy,
    createdAfter,
    createdBefore,
  }
}

function toSearchParams(asked: Asked): URLSearchParams {
  const params = new URLSearchParams()
  for (const [name, value] of Object.entries(asked)) {
    for (const one of [value].flat()) if (one !== undefined) params.append(name, String(one))
  }
  return params
}
