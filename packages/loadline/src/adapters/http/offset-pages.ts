import { UploadError, type FilePage, type FileQuery, type StoredFile } from '../../core/index.js'

export interface OffsetRows {
  readonly files: readonly StoredFile[]
  readonly total: number
  readonly warnings?: readonly string[]
}

/** So many rows of the pages before are looked for again: a list moves while it is read. */
const overlap = 10

interface Place {
  /** Where the next row stood. */
  readonly offset: number
  /** How many rows there were. */
  readonly total: number
  /** What stood before it, in order. */
  readonly before: readonly string[]
}

type Read = (offset: number, limit: number) => Promise<OffsetRows>

/**
 * A page of a list that knows offsets only. Its cursor holds the ids that were seen last, so that files which come or
 * go between two pages neither repeat a row nor leave one out. How many rows came counts, not how many were asked
 * for: a backend may have a limit that it does not tell. A page that is asked for by its offset is full.
 * @throws UploadError `validation` for a cursor that is of somebody else
 */
export async function readOffsetPage(
  { limit, cursor, offset }: Pick<FileQuery, 'limit' | 'cursor' | 'offset'>,
  read: Read,
): Promise<FilePage> {
  const isFirst = cursor === null || cursor === undefined
  const place = isFirst ? { offset: offset ?? 0, total: 0, before: [] } : readCursor(cursor)
  const seen = new Set(place.before)
  const isFull = isFirst && offset !== undefined
  const { first, rows, total, warnings } = isFull
    ? await readFull(offset, limit, read)
    : await readFrom(place, limit, read)
  const files = rows.filter(({ id }) => !seen.has(id))
  const end = first + rows.length
  const isLast = rows.length === 0 || end >= total
  const before = [...place.before, ...files.map(({ id }) => id)].slice(-overlap)
  return {
    files,
    total,
    nextCursor: isLast ? null : writeCursor({ offset: end, total, before }),
    ...(warnings === undefined ? {} : { warnings }),
  }
}

interface FoundRows extends Omit<OffsetRows, 'files'> {
  /** Where the first of them stands. */
  readonly first: number
  readonly rows: readonly StoredFile[]
}

/** All rows of a place, by as many calls as it takes: a list that draws them there asks once. */
async function readFull(first: number, limit: number, read: Read): Promise<FoundRows> {
  const rows: StoredFile[] = []
  const told = new Set<string>()
  for (;;) {
    const missing = limit - rows.length
    const { files, total, warnings = [] } = await read(first + rows.length, missing)
    rows.push(...files.slice(0, missing))
    for (const warning of warnings) told.add(warning)
    const isEnd = files.length === 0 || first + rows.length >= total
    if (!isEnd && rows.length < limit) continue
    return { first, rows, total, ...(told.size > 0 && { warnings: [...told] }) }
  }
}

/** The rows after the last that was seen, wherever they stand by now. */
async function readFrom(place: Place, limit: number, read: Read): Promise<FoundRows> {
  const at = async (first: number): Promise<FoundRows> => {
    const { files, ...rest } = await read(first, limit)
    return { ...rest, first, rows: files.slice(0, limit) }
  }
  const start = Math.max(0, place.offset - place.before.length)
  const { files, ...rest } = await read(start, limit + place.offset - start)
  // What stands further down than rows that came could have pushed it was moved, by a rename perhaps.
  const lowest = place.offset - 1 + Math.max(0, rest.total - place.total)
  const known = files.findLastIndex(
    ({ id }, index) => start + index <= lowest && place.before.includes(id),
  )
  // Where none of them is left, all of them are gone from before this place, and as many as the list lost.
  const gone = Math.max(place.before.length, place.total - rest.total)
  const first = known === -1 ? Math.max(0, place.offset - gone) : start + known + 1
  if (first < start) return at(first)
  const rows = files.slice(first - start, first - start + limit)
  // Nothing but what was seen: the backend gives fewer rows than are looked for again.
  const isShort = rows.length === 0 && first > start && first < rest.total
  return isShort ? at(Math.max(place.offset, first)) : { ...rest, first, rows }
}

function writeCursor({ offset, total, before }: Place): string {
  return [offset, total, ...before.map((id) => encodeURIComponent(id))].join(',')
}

function readCursor(cursor: string): Place {
  const [offset = '', total = '', ...before] = cursor.split(',')
  if (!/^\d+,\d+$/.test(`${offset},${total}`)) {
    throw new UploadError('validation', { message: 'The cursor is not one of this adapter.' })
  }
  return {
    offset: Number(offset),
    total: Number(total),
    before: before.map((id) => decodeURIComponent(id)),
  }
}
