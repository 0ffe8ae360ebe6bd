import {
  readShape,
  storedFile,
  toUploadError,
  UploadError,
  type CallContext,
  type StoredFile,
  type StoredUpload,
} from '../../core/index.js'
import { findRow } from './find-row.js'
import { readMediaAnswer } from './read-media-answer.js'
import type { RoomAccess } from './room-access.js'

/**
 * Makes a message of a temporary file. A second confirm would post a second message, so that a refusal which may
 * hide a success is never answered by another: the room is looked at first.
 */
export async function confirmUpload(
  upload: StoredUpload,
  room: RoomAccess,
  ctx: CallContext,
): Promise<StoredFile> {
  const fileId = fileIdOf(upload)
  const roomId = await room.roomId(ctx.signal)
  const route = `rooms.mediaConfirm/${encodeURIComponent(roomId)}/${encodeURIComponent(fileId)}`
  try {
    const answer = await room.client.post(route, confirmBody(upload, room), ctx)
    return readConfirmed(answer, upload, fileId, room)
  } catch (thrown) {
    const error = toUploadError(thrown)
    const mayBeDone = error.code === 'server' || error.details['errorType'] === 'invalid-file'
    if (!mayBeDone) throw error
    return lookAgain(error, { upload, fileId, room, ctx })
  }
}

/** @throws UploadError `not-found` where no byte was acknowledged: they are to be sent again */
function fileIdOf({ ref, response }: StoredUpload): string {
  if (ref.fileId !== null) return ref.fileId
  if (response !== undefined) return readMediaAnswer(response)
  throw bytesMissing('Rocket.Chat has acknowledged no file of this upload.')
}

/** A form cannot send some names as they are. */
function confirmBody(
  { request: { name } }: StoredUpload,
  { abilities }: RoomAccess,
): Readonly<Record<string, string>> {
  const isMangled = /["\r\n]/.test(name)
  return isMangled && abilities.confirmRenames ? { fileName: name } : {}
}

/** Without a message, which some servers leave out, what was sent is what is there. */
function readConfirmed(
  answer: unknown,
  { ref, request }: StoredUpload,
  fileId: string,
  { messageIds }: RoomAccess,
): StoredFile {
  const { message } = readShape(answer, 'answer').value
  const told = message === null || message === undefined ? null : readShape(message, 'message')
  const messageId = told?.textOrNull('_id') ?? null
  if (messageId !== null) messageIds.set(fileId, messageId)
  const file = told?.value['file']
  const shape = typeof file === 'object' && file !== null ? readShape(file, 'message.file') : null
  return storedFile({
    id: fileId,
    clientId: ref.clientId,
    name: shape?.textOrNull('name') ?? request.name,
    contentType: shape?.textOrNull('type') ?? request.contentType,
    size: shape?.countOrNull('size') ?? request.size,
    status: 'ready',
    createdAt: told?.textOrNull('ts') ?? null,
  })
}

interface Confirming {
  readonly upload: StoredUpload
  readonly fileId: string
  readonly room: RoomAccess
  readonly ctx: CallContext
}

async function lookAgain(
  error: UploadError,
  { upload, fileId, room, ctx }: Confirming,
): Promise<StoredFile> {
  // Whatever goes wrong now is not the confirm's error: that one would be repeated.
  const row = await findRow(room, fileId, ctx).catch(() => null)
  if (row === undefined) throw bytesMissing('The temporary file is gone.')
  if (row !== null && !row.isTemporary) return { ...row.file, clientId: upload.ref.clientId }
  // It is still temporary: nothing was posted, and asking once more does no harm.
  if (row !== null) throw error
  throw new UploadError('unconfirmed', {
    message: 'Rocket.Chat does not say whether it has posted the file.',
    status: error.status,
    cause: error,
  })
}

function bytesMissing(message: string): UploadError {
  return new UploadError('not-found', { message, details: { reason: 'bytes-missing' } })
}
