import type { CallContext } from '../../core/index.js'
import { maxCount } from './row-lister.js'
import type { FileRow } from './read-file-row.js'
import type { RoomAccess } from './room-access.js'

/** So many of the newest files are looked through: there is no route for one. */
const mostPages = 3

/** A row of the room by its id. `undefined`: it is not there; `null`: it may be further down. */
export async function findRow(
  { listRows }: Pick<RoomAccess, 'listRows'>,
  id: string,
  ctx: Pick<CallContext, 'signal'>,
): Promise<FileRow | undefined | null> {
  const params = { sort: JSON.stringify({ uploadedAt: -1, _id: 1 }) }
  let offset = 0
  for (let page = 0; page < mostPages; page += 1) {
    const { rows, total } = await listRows({ offset, count: maxCount }, params, ctx)
    const found = rows.find(({ file }) => file.id === id)
    if (found !== undefined) return found
    offset += rows.length
    if (rows.length === 0 || offset >= total) return undefined
  }
  return null
}
