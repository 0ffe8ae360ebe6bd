import {
  isUploadError,
  UploadError,
  type CallContext,
  type OptionalMethods,
  type UploadRef,
} from '../../core/index.js'
import { confirmUpload } from './confirm-upload.js'
import { findRow } from './find-row.js'
import { mediaError, readMediaAnswer } from './read-media-answer.js'
import type { RoomAccess } from './room-access.js'
import { checkRules, type UploadRules } from './upload-rules.js'

type UploadMethods = Required<
  Pick<
    OptionalMethods,
    | 'createUpload'
    | 'finalizeUpload'
    | 'lookupUpload'
    | 'readStoreResponse'
    | 'readStoreError'
    | 'storeHeaders'
  >
> &
  Pick<Partial<OptionalMethods>, 'abandonUpload'>

/**
 * In two steps: `rooms.media` takes the bytes and makes a temporary file, `rooms.mediaConfirm` makes a message of it.
 * @see https://developer.rocket.chat/apidocs/upload-media-files-to-a-room
 */
export function uploadMethods(room: RoomAccess): UploadMethods {
  const { client, abilities, kind } = room
  return {
    async createUpload(request, { signal }) {
      if (signal.aborted) throw new UploadError('cancelled')
      const rules = await knownRules(room, signal)
      if (rules !== null) checkRules(request, rules, kind === 'direct')
      const roomId = await room.roomId(signal)
      return {
        ...{ clientId: request.clientId, kind: 'form', fileId: null },
        ...{ expiresAt: null, serverTime: null, maxSize: rules?.maxFileSize ?? null },
        url: client.urlOf(`/api/v1/rooms.media/${encodeURIComponent(roomId)}`),
        ...{ fields: [], fileField: 'file', headers: {} },
      }
    },
    storeHeaders: () => client.authHeaders(),
    readStoreError: (_, response) => mediaError(response),
    readStoreResponse: (ref, response) => ({ ref: { ...ref, fileId: readMediaAnswer(response) } }),
    finalizeUpload: (upload, ctx) => confirmUpload(upload, room, ctx),
    async lookupUpload(ref, ctx) {
      const row = ref.fileId === null ? null : await findRow(room, ref.fileId, ctx)
      if (row === null) return { state: 'unknown', file: null }
      if (row === undefined) return { state: 'gone', file: null }
      if (row.isTemporary) return { state: 'stored', file: null }
      return { state: 'finalized', file: { ...row.file, clientId: ref.clientId } }
    },
    ...(abilities.deletesUploads === true && {
      abandonUpload: (ref: UploadRef, _: unknown, ctx: CallContext) => giveUp(ref, room, ctx),
    }),
  }
}

/** Only an early word: without it the server says the same after the bytes. */
async function knownRules({ rules }: RoomAccess, signal: AbortSignal): Promise<UploadRules | null> {
  try {
    return await rules(signal)
  } catch (thrown) {
    if (isUploadError(thrown) && thrown.code === 'cancelled') throw thrown
    return null
  }
}

/** Deletes a temporary file. One that is a message by now stays: it was seen, and may be another upload's. */
async function giveUp({ fileId }: UploadRef, room: RoomAccess, ctx: CallContext): Promise<void> {
  if (fileId === null) return
  const row = await findRow(room, fileId, ctx)
  if (row === null || row === undefined || !row.isTemporary) return
  try {
    await room.client.post('uploads.delete', { fileId }, ctx)
  } catch (thrown) {
    if (!isUploadError(thrown) || thrown.code !== 'not-found') throw thrown
  }
}
