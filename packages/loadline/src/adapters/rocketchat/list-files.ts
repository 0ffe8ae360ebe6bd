import {
  UploadError,
  type CallContext,
  type FilePage,
  type FileQuery,
  type StoredFile,
} from '../../core/index.js'
import { readOffsetPage } from '../http/offset-pages.js'
import { fileWishes } from './file-wishes.js'
import type { RoomAccess } from './room-access.js'

/** Calls for one page, where what is looked for must be picked out here. */
const mostCalls = 5

/** A page of the room's files. What a server passes over of the query is picked out here, and not counted. */
export async function listFiles(
  query: FileQuery,
  { listRows, abilities, messageIds }: RoomAccess,
  ctx: CallContext,
): Promise<FilePage> {
  const { limit, offset } = query
  const { isNothing, isAllAsked, params, fits } = fileWishes(query, abilities)
  if (isNothing) return { files: [], total: 0, nextCursor: null }
  if (!isAllAsked && (offset ?? 0) > 0) {
    throw new UploadError('unsupported', {
      message: 'Rocket.Chat cannot skip rows of such a query. Page by cursor.',
    })
  }
  const readRows = async (start: number, count: number) => {
    const { rows, total } = await listRows({ offset: start, count }, params, ctx)
    for (const { file, messageId } of rows) {
      if (messageId !== null) messageIds.set(file.id, messageId)
    }
    return { files: rows.map(({ file }) => file), total }
  }
  const found: StoredFile[] = []
  let cursor = query.cursor
  let isAsAsked = isAllAsked
  for (let call = 1; ; call += 1) {
    const page = await readOffsetPage({ limit, cursor, offset }, readRows)
    const fitting = page.files.filter((file) => fits(file))
    found.push(...fitting)
    isAsAsked &&= fitting.length === page.files.length
    cursor = page.nextCursor
    if (cursor === null || found.length > 0 || call === mostCalls) {
      return { files: found, total: isAsAsked ? page.total : null, nextCursor: cursor }
    }
  }
}
