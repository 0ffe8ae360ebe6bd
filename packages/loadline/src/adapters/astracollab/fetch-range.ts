import { readShape, type ShapeReader, type StoredFile } from '../../core/index.js'
import type { AstraCollabClient } from './astracollab-client.js'
import { readFile } from './read-file.js'

export interface RangeRequest {
  readonly params: Readonly<Record<string, string>>
  readonly offset: number
  /** At most 100. */
  readonly limit: number
  readonly signal: AbortSignal
}

/** Files of the whole list, from an offset on. */
export interface FileRange {
  readonly files: readonly StoredFile[]
  readonly total: number | null
  /** The offset after the last of them. */
  readonly end: number
  readonly hasMore: boolean
}

interface ServerPage {
  readonly files: readonly StoredFile[]
  readonly total: number | null
  readonly hasNext: boolean
  /** A dialect without pages sends all there is. */
  readonly isWhole: boolean
}

/** The API knows pages alone: an offset between two of them takes both. */
export async function fetchRange(
  { call }: AstraCollabClient,
  { params, offset, limit, signal }: RangeRequest,
): Promise<FileRange> {
  const fetchPage = async (page: number): Promise<ServerPage> => {
    const paging = { ...params, page: String(page), limit: String(limit) }
    const asked = { method: 'GET', url: '/files', params: new URLSearchParams(paging) } as const
    return readPage(await call({ ...asked, signal }), limit)
  }
  const first = Math.floor(offset / limit) + 1
  const head = await fetchPage(first)
  if (head.isWhole) return rangeOf(head.files, offset, limit, head.files.length)
  const skipped = offset % limit
  const tail = skipped > 0 && head.hasNext ? await fetchPage(first + 1) : null
  const rows = onceEach([...head.files, ...(tail?.files ?? [])])
  const { total } = tail ?? head
  const known = total ?? (tail ?? head).hasNext
  return rangeOf(rows, skipped, limit, known, offset - skipped)
}

/**
 * @param known how many there are in all, or whether there are more than these rows
 * @param before how many come before the rows
 */
function rangeOf(
  rows: readonly StoredFile[],
  start: number,
  limit: number,
  known: number | boolean,
  before = 0,
): FileRange {
  const files = rows.slice(start, start + limit)
  const end = before + start + files.length
  const isLeft = typeof known === 'number' ? end < known : known || start + limit < rows.length
  const total = typeof known === 'number' ? known : null
  return { files, total, end, hasMore: files.length > 0 && isLeft }
}

function readPage(data: unknown, limit: number): ServerPage {
  if (Array.isArray(data)) {
    const files = (data as readonly unknown[]).map((one) => readFile(one))
    return { files, total: files.length, hasNext: false, isWhole: true }
  }
  const shape = readShape(data, 'page')
  const files = shape.list('files').map((one) => readFile(one))
  const paging = readPaging(shape)
  const hasNext = paging?.value['hasNext']
  return {
    files,
    total: paging?.countOrNull('total') ?? null,
    hasNext: typeof hasNext === 'boolean' ? hasNext : files.length === limit,
    isWhole: false,
  }
}

function readPaging({ value }: ShapeReader): ShapeReader | null {
  const { pagination } = value
  return pagination === undefined || pagination === null
    ? null
    : readShape(pagination, 'page.pagination')
}

/** A file that came in between two calls moves the others: one of them is on both pages. */
function onceEach(files: readonly StoredFile[]): readonly StoredFile[] {
  return [...new Map(files.map((file) => [file.id, file])).values()]
}
