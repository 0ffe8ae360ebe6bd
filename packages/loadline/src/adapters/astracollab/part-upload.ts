import {
  readShape,
  toUploadError,
  UploadError,
  wrongShape,
  type CallContext,
  type MultipartTicket,
  type ShapeReader,
  type SignedPart,
  type StoredFile,
  type StoredUpload,
  type UploadErrorCode,
  type UploadRef,
  type UploadRequest,
} from '../../core/index.js'
import type { AstraCollabClient } from './astracollab-client.js'
import { noteOf } from './own-ref.js'
import { readFile } from './read-file.js'
import { readMethods } from './read-methods.js'

type Own = UploadRef & { readonly fileId: string }

/** A ticket with all parts signed at the start. */
export async function startParts(
  { call }: AstraCollabClient,
  { clientId, name, size, folderId, metadata }: UploadRequest,
  signal: AbortSignal,
): Promise<MultipartTicket> {
  const data = {
    fileName: name,
    fileSize: size,
    ...(folderId !== null && { folderId }),
    ...(Object.keys(metadata).length > 0 && { metadata }),
  }
  const answer = await call({ method: 'POST', url: '/files/multipart-upload-start', data, signal })
  const shape = readShape(answer, 'answer')
  const fileId = shape.text('fileId')
  const partSize = shape.count('partSize')
  const parts = shape.list('parts').map((part, index) => readPart(part, { partSize, size, index }))
  return {
    kind: 'multipart',
    clientId,
    fileId,
    uploadId: shape.text('uploadId'),
    partSize,
    partCount: parts.length,
    parts,
    state: noteOf(clientId, fileId),
    expiresAt: null,
    serverTime: null,
    maxSize: null,
  }
}

/** The parts in their order, however they came to be there. @throws UploadError */
export async function completeParts(
  client: AstraCollabClient,
  { ref, parts = [] }: StoredUpload,
  ctx: CallContext,
): Promise<StoredFile> {
  const { uploadId, fileId } = ref as Own
  const told = parts
    .map(({ partNumber, etag }) => ({ partNumber, etag }))
    .sort((a, b) => a.partNumber - b.partNumber)
  const data = { uploadId, fileId, parts: told }
  try {
    const answer = await client.call({
      method: 'POST',
      url: '/files/multipart-upload-complete',
      data,
      signal: ctx.signal,
    })
    return readFile(readShape(answer, 'answer').value['file'])
  } catch (thrown) {
    return orFind(client, ref as Own, toUploadError(thrown), ctx)
  }
}

/** What says nothing of the upload itself. */
const ofTheCaller = new Set<UploadErrorCode>([
  'cancelled',
  'forbidden',
  'rate-limited',
  'unauthenticated',
])

/** It may have been complete before: an answer that got lost, another tab. */
async function orFind(
  client: AstraCollabClient,
  { fileId }: Own,
  error: UploadError,
  ctx: CallContext,
): Promise<StoredFile> {
  if (ofTheCaller.has(error.code)) throw error
  try {
    return await readMethods(client).getFile(fileId, ctx)
  } catch {
    throw error.code === 'not-found' ? expired(error) : error
  }
}

/** The parts are gone: repeating the call would not bring them back. */
function expired({ message, status, details }: UploadError): UploadError {
  return new UploadError('ticket-expired', { message, status, details, isRetryable: false })
}

/** @returns whether there was something to abort: else the upload is complete, or gone */
export async function abortParts(
  { call }: AstraCollabClient,
  { uploadId, fileId }: UploadRef,
  signal: AbortSignal,
): Promise<boolean> {
  const data = { uploadId, fileId }
  try {
    await call({ method: 'DELETE', url: '/files/multipart-upload-abort', data, signal })
    return true
  } catch (thrown) {
    if (toUploadError(thrown).code === 'not-found') return false
    throw thrown
  }
}

interface Place {
  readonly partSize: number
  /** Of the file. */
  readonly size: number
  readonly index: number
}

/** Bytes would land in the wrong place where the plan is not the one that parts are cut by. */
function readPart(value: unknown, { partSize, size, index }: Place): SignedPart {
  const shape: ShapeReader = readShape(value, 'part')
  const partNumber = shape.count('partNumber')
  const planned = Math.min(partSize, size - index * partSize)
  const isPlanned = partNumber === index + 1 && (shape.countOrNull('size') ?? planned) === planned
  if (!isPlanned) throw wrongShape('answer.parts', 'in order, and of partSize but for the last')
  return { partNumber, url: shape.text('uploadUrl'), headers: {} }
}
