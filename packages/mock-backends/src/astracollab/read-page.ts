import { AstraCollabRefusal } from './astracollab-answers.js'

interface Page {
  readonly page: number
  readonly limit: number
}

/** `page` from 1, `limit` from 1 to 100: what lies outside is refused, not cut. */
export function readPage(query: Readonly<Record<string, string>>): Page {
  const page = Number(query['page'] ?? 1)
  const limit = Number(query['limit'] ?? 20)
  const details = {
    ...(!(Number.isInteger(page) && page >= 1) && { page: 'Must be at least 1' }),
    ...(!(Number.isInteger(limit) && limit >= 1 && limit <= 100) && {
      limit: 'Must be between 1 and 100',
    }),
  }
  if (Object.keys(details).length === 0) return { page, limit }
  throw new AstraCollabRefusal('INVALID_PARAMETERS', 'Invalid parameters', details)
}

export function showPagination({ page, limit }: Page, total: number) {
  const totalPages = Math.ceil(total / limit)
  return { page, limit, total, totalPages, hasNext: page < totalPages, hasPrev: page > 1 }
}
