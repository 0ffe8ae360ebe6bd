import {
  readShape,
  toUploadError,
  UploadError,
  type BulkResult,
  type CallContext,
} from '../../core/index.js'
import { callForEach } from '../http/call-for-each.js'
import { readMethodFailure } from './read-method-failure.js'
import { readRefusal } from './read-refusal.js'
import type { RoomAccess } from './room-access.js'

/** Few calls of a route are let through in a minute. */
const atOnce = 2

/** One way of deleting a file. */
type Way = (id: string, room: RoomAccess, ctx: CallContext) => Promise<unknown>

/** Deletes files one by one, with their messages on servers before 8.2: there is no route for many. */
export function deleteFiles(
  ids: readonly string[],
  room: RoomAccess,
  ctx: CallContext,
): Promise<BulkResult> {
  return callForEach(ids, (id) => deleteFile(id, room, ctx), atOnce)
}

/** By the first way that works. Where the version is not known, "not found" may be said of the route. */
async function deleteFile(id: string, room: RoomAccess, ctx: CallContext): Promise<void> {
  let error: UploadError | undefined
  for (const way of waysOf(id, room)) {
    try {
      await way(id, room, ctx)
      room.messageIds.delete(id)
      return
    } catch (thrown) {
      // The first refusal is the one that names the file.
      error ??= toUploadError(thrown)
      if (!['not-found', 'validation'].includes(toUploadError(thrown).code)) throw thrown
    }
  }
  throw error ?? new UploadError('unsupported')
}

function waysOf(id: string, { abilities, messageIds }: RoomAccess): readonly Way[] {
  const { deletesUploads, callsMethods } = abilities
  if (deletesUploads === true) return [byUpload]
  return [
    ...(deletesUploads === null ? [byUpload] : []),
    ...(messageIds.has(id) ? [byMessage] : []),
    ...(callsMethods === false ? [] : [byMethod]),
  ]
}

/** Since 8.2: the message stays, and says that its file was removed. */
const byUpload: Way = (fileId, { client }, ctx) => client.post('uploads.delete', { fileId }, ctx)

const byMessage: Way = async (fileId, { client, messageIds, roomId }, ctx) => {
  const data = { roomId: await roomId(ctx.signal), msgId: messageIds.get(fileId) }
  return client.post('chat.delete', data, ctx)
}

/** Until 9. Up to 7 it answers 200 whatever happened. */
const byMethod: Way = async (fileId, { client }, ctx) => {
  const call = { msg: 'method', id: '1', method: 'deleteFileMessage', params: [fileId] }
  const data = { message: JSON.stringify(call) }
  const answer = await client.post('method.call/deleteFileMessage', data, ctx)
  const failure = readMethodFailure(readShape(answer, 'answer').text('message'))
  if (failure !== null) throw readRefusal({ status: 200, data: failure }, undefined)
}
