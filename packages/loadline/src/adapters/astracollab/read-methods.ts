import { readShape, UploadError, type FilePage, type OptionalMethods } from '../../core/index.js'
import type { AstraCollabClient } from './astracollab-client.js'
import { fileParams, maxPageSize, type FileParams } from './file-params.js'
import { filePath } from './file-path.js'
import { fetchRange, type FileRange } from './fetch-range.js'
import { readFile } from './read-file.js'

type ReadMethods = Required<Pick<OptionalMethods, 'listFiles' | 'getFile'>>

/** The longest that an address for downloads may live, in seconds. */
const downloadLife = 3_600

/** Pages that are looked through for one page of what the server cannot filter by. */
const mostScanned = 5

/** Browsing. */
export function readMethods(client: AstraCollabClient): ReadMethods {
  return {
    async listFiles(query, { signal }) {
      const asked = fileParams(query)
      const start = readCursor(query.cursor)
      const limit = Math.min(Math.max(query.limit, 1), maxPageSize)
      if (asked.isForNothing) return { files: [], total: 0, nextCursor: null }
      const fetchRows = (offset: number, count: number): Promise<FileRange> =>
        fetchRange(client, { params: asked.params, offset, limit: count, signal })
      const { matches } = asked
      if (matches !== null) {
        const skip = start === null ? (query.offset ?? 0) : 0
        return scan({ matches, fetchRows, start: start ?? 0, skip, limit })
      }
      const offset = start ?? query.offset ?? 0
      const { files, total, end, hasMore } = await fetchRows(offset, limit)
      return { files, total, nextCursor: hasMore ? String(end) : null }
    },
    async getFile(id, { signal }) {
      const params = new URLSearchParams({ expires: String(downloadLife) })
      const { data, answeredAt } = await client.ask({
        method: 'GET',
        url: filePath(id),
        params,
        signal,
      })
      const expiresAt = new Date((answeredAt ?? Date.now()) + downloadLife * 1_000).toISOString()
      return readFile(readShape(data, 'answer').value['file'], expiresAt)
    },
  }
}

/** How many files of the whole list come before. */
function readCursor(cursor: string | null | undefined): number | null {
  if (cursor === null || cursor === undefined) return null
  if (/^\d{1,15}$/.test(cursor)) return Number(cursor)
  throw new UploadError('validation', { message: 'The cursor is of another list.' })
}

interface Scan {
  readonly matches: NonNullable<FileParams['matches']>
  readonly fetchRows: (offset: number, count: number) => Promise<FileRange>
  /** In the whole list. */
  readonly start: number
  /** Matching files to leave out. */
  readonly skip: number
  readonly limit: number
}

/** A page may be short, or empty with more to come: nobody has counted what matches. */
async function scan({ matches, fetchRows, start, skip, limit }: Scan): Promise<FilePage> {
  const files: FilePage['files'][number][] = []
  let [at, left] = [start, skip]
  for (let round = 0; round < mostScanned || left > 0; round += 1) {
    const range = await fetchRows(at, maxPageSize)
    for (const file of range.files) {
      at += 1
      if (!matches(file.contentType)) continue
      if (left > 0) left -= 1
      else files.push(file)
      if (files.length === limit) return { files, total: null, nextCursor: String(at) }
    }
    if (!range.hasMore) return { files, total: null, nextCursor: null }
  }
  return { files, total: null, nextCursor: String(at) }
}
