import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { AstraCollabRefusal, answerWith } from './astracollab-answers.js'
import type { AstraCollabState } from './astracollab-state.js'
import { readJson } from './read-json.js'
import { showFile } from './show-file.js'

const hourMs = 3_600_000
const typeByExtension: Readonly<Record<string, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  txt: 'text/plain',
  zip: 'application/zip',
}

interface StartBody {
  readonly fileName?: string
  readonly fileSize?: number
  readonly folderId?: string
  readonly metadata?: Readonly<Record<string, unknown>>
}

interface CompleteBody {
  readonly uploadId?: string
  readonly fileId?: string
  readonly parts?: readonly { readonly partNumber: number; readonly etag: string }[]
}

/** A file in parts, each to an address of its own. */
export function partRoutes(state: AstraCollabState): Hono {
  const app = new Hono()
  app.post('/multipart-upload-start', async (c) => {
    const { fileName, fileSize, folderId, metadata = {} } = await readJson<StartBody>(c.req.raw)
    if (typeof fileName !== 'string' || fileName === '' || typeof fileSize !== 'number') {
      throw new AstraCollabRefusal('INVALID_PARAMETERS', 'Invalid parameters', {
        fileName: 'Required, with fileSize',
      })
    }
    state.checkQuota(fileSize)
    const { partSize = 52_428_800, uploadLifeMs = hourMs } = state.options
    const [uploadId, fileId] = [state.makeId('upload'), state.makeId('file')]
    state.uploads.set(uploadId, {
      uploadId,
      fileId,
      fileName,
      fileSize,
      folderId: folderId === undefined ? null : state.folder(folderId).id,
      metadata,
      partSize,
      expiresAt: state.now() + uploadLifeMs,
      parts: new Map(),
    })
    const totalParts = Math.max(1, Math.ceil(fileSize / partSize))
    const parts = Array.from({ length: totalParts }, (_, index) => ({
      partNumber: index + 1,
      uploadUrl: `${state.origin}/parts/${uploadId}/${index + 1}?signature=${uploadId.slice(-8)}`,
      size: Math.min(partSize, fileSize - index * partSize),
    }))
    return answerWith({ uploadId, fileId, parts, totalParts, partSize }, state.options)
  })
  app.post('/multipart-upload-complete', async (c) => {
    const body = await readJson<CompleteBody>(c.req.raw)
    const upload = uploadOf(state, body)
    const bytes = joinParts(upload, body.parts ?? [])
    state.uploads.delete(upload.uploadId)
    const { fileName: name, folderId, metadata, fileId } = upload
    const type = typeByExtension[name.split('.').at(-1) ?? ''] ?? 'application/octet-stream'
    const file = state.addFile({ name, type, bytes, folderId, metadata }, fileId)
    return answerWith({ file: showFile(file, state) }, state.options)
  })
  app.delete('/multipart-upload-abort', async (c) => {
    const { uploadId } = uploadOf(state, await readJson<CompleteBody>(c.req.raw))
    state.uploads.delete(uploadId)
    return answerWith({ message: 'Upload aborted' }, state.options)
  })
  return app
}

/** What signed addresses of parts lead to. */
export function partStoreRoutes(state: AstraCollabState): Hono {
  const app = new Hono()
  app.put('/:uploadId/:number', async (c) => {
    const upload = uploadOf(state, { uploadId: c.req.param('uploadId') })
    const partNumber = Number(c.req.param('number'))
    const bytes = new Uint8Array(await c.req.arrayBuffer())
    const etag = `"${createHash('md5').update(bytes).digest('hex')}"`
    upload.parts.set(partNumber, { bytes, etag })
    const { etagIn = 'both' } = state.options
    const isInJson = etagIn === 'json' || etagIn === 'both'
    const data = { partNumber, ...(isInJson && { etag }), size: bytes.length }
    const response = answerWith(data, state.options)
    if (etagIn === 'header' || etagIn === 'both') response.headers.set('etag', etag)
    return response
  })
  return app
}

function uploadOf(state: AstraCollabState, { uploadId = '', fileId }: CompleteBody) {
  const upload = state.uploads.get(uploadId)
  const isMeant = upload !== undefined && (fileId === undefined || fileId === upload.fileId)
  if (isMeant && state.now() <= upload.expiresAt) return upload
  throw new AstraCollabRefusal('UPLOAD_EXPIRED', 'The upload has expired', {
    uploadId,
    expiredAt: new Date(upload?.expiresAt ?? state.now()).toISOString(),
  })
}

function joinParts(
  { parts, fileSize, partSize }: ReturnType<typeof uploadOf>,
  told: NonNullable<CompleteBody['parts']>,
): Uint8Array {
  const isInOrder = told.every(({ partNumber }, index) => partNumber === index + 1)
  const isComplete = told.length === Math.max(1, Math.ceil(fileSize / partSize))
  const isKnown = told.every(({ partNumber, etag }) => parts.get(partNumber)?.etag === etag)
  const chunks = told.map(({ partNumber }) => parts.get(partNumber)?.bytes ?? new Uint8Array())
  const bytes = Buffer.concat(chunks)
  if (isInOrder && isComplete && isKnown && bytes.length === fileSize) return bytes
  throw new AstraCollabRefusal('INVALID_PARAMETERS', 'Invalid parameters', {
    parts: 'Must be all parts in order, with their ETags as they were answered',
  })
}
