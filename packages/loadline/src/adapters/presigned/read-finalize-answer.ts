import { storedFile, type StoredFile, type StoredUpload } from '../../core/index.js'
import { readRouteAnswer } from './read-route-answer.js'
import type { FinalizeAnswer } from './routes.js'

const statuses = [
  'upload_pending',
  'processing',
  'ready',
  'error',
  'cancelled',
  'unknown',
] as const satisfies readonly NonNullable<FinalizeAnswer['status']>[]

const expected = { route: 'finalizeUrl', shape: '{ id?, name?, url?, status? }, or nothing' }

/** The file as it was sent, with what the route says of it. @throws UploadError `server` that says what it must answer */
export function readFinalizeAnswer({ ref, request }: StoredUpload, answer: unknown): StoredFile {
  const isNothing = answer === null || answer === undefined || answer === ''
  return readRouteAnswer(isNothing ? {} : answer, expected, (shape) =>
    storedFile({
      id: shape.textOrNull('id') ?? ref.fileId ?? ref.clientId,
      clientId: ref.clientId,
      name: shape.textOrNull('name') ?? request.name,
      contentType: request.contentType,
      size: request.size,
      status: shape.textOrNull('status') === null ? 'ready' : shape.oneOf('status', statuses),
      url: shape.textOrNull('url'),
      visibility: request.visibility,
      folderId: request.folderId,
      metadata: request.metadata,
    }),
  )
}
