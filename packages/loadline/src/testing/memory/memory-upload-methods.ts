import {
  UploadError,
  type AdapterMethod,
  type OptionalMethods,
  type UploadRef,
  type UploadRequest,
  type UploadTicket,
} from '../../core/index.js'
import type { MemoryAct } from './memory-calls.js'
import type { MemoryParts } from './memory-parts.js'
import { checksumHeader } from './memory-store.js'
import type { MemoryUpload } from './memory-uploads.js'

type UploadMethods = Pick<
  OptionalMethods,
  Extract<AdapterMethod, `${string}Upload${string}`> | 'renewTicket' | 'signParts' | 'listParts'
>

/** Sign, finalise, look up, abandon. */
export function memoryUploadMethods(parts: MemoryParts): UploadMethods {
  return { ...signMethods(parts), ...finalizeMethods(parts), ...abandonMethods(parts) }
}

function signMethods(parts: MemoryParts) {
  const { calls, uploads, store } = parts
  const create = { call: 'createUpload', step: 'create' } as const
  const none = { step: null } as const
  return {
    createUpload: (request, { signal }) => calls.one(create, signal, createAct(parts, request)),
    createUploads: (requests, { signal }) =>
      calls.batch(
        { ...create, call: 'createUploads' },
        signal,
        requests.map((request) => createAct(parts, request)),
      ),
    renewTicket: (ref, { signal }) =>
      calls.one({ ...none, call: 'renewTicket' }, signal, {
        note: noteOf(ref),
        run: () => ticketFor(parts, uploads.getPending(ref)),
      }),
    signParts: (ref, wanted, { signal }) =>
      calls.one({ ...none, call: 'signParts' }, signal, {
        note: noteOf(ref),
        run: () => {
          const upload = multipart(uploads.getPending(ref))
          return wanted.map(({ partNumber, checksum }) => {
            const isThere = partNumber >= 1 && partNumber <= store.partCountOf(upload)
            if (!isThere) throw new UploadError('validation', { details: { partNumber } })
            return store.signPart(upload.fileId, partNumber, checksum)
          })
        },
      }),
    listParts: (ref, { signal }) =>
      calls.one({ ...none, call: 'listParts' }, signal, {
        note: noteOf(ref),
        run: () => multipart(uploads.getPending(ref)).parts,
      }),
  } satisfies Partial<UploadMethods>
}

function finalizeMethods({ calls, uploads, process }: MemoryParts) {
  const finalize = { call: 'finalizeUpload', step: 'finalize' } as const
  const act = (upload: Parameters<typeof uploads.finalize>[0]) => ({
    note: noteOf(upload.ref),
    run: () => {
      const isFirst = uploads.get(upload.ref).state === 'pending'
      const file = uploads.finalize(upload, process.firstStatus())
      if (isFirst) process.start(file)
      return file
    },
  })
  return {
    finalizeUpload: (upload, { signal }) => calls.one(finalize, signal, act(upload)),
    finalizeUploads: (all, { signal }) =>
      calls.batch({ ...finalize, call: 'finalizeUploads' }, signal, all.map(act)),
    lookupUpload: (ref, { signal }) =>
      calls.one({ call: 'lookupUpload', step: null }, signal, {
        note: noteOf(ref),
        run: () => uploads.lookup(ref),
      }),
  } satisfies Partial<UploadMethods>
}

function abandonMethods({ calls, uploads }: MemoryParts) {
  const act = (ref: UploadRef) => ({ note: noteOf(ref), run: () => uploads.abandon(ref) })
  return {
    abandonUpload: (ref, _reason, { signal }) =>
      calls.one({ call: 'abandonUpload', step: null }, signal, act(ref)),
    abandonUploads: (refs, _reason, { signal }) =>
      calls.batch({ call: 'abandonUploads', step: null }, signal, refs.map(act)),
  } satisfies Partial<UploadMethods>
}

function createAct(parts: MemoryParts, request: UploadRequest): MemoryAct<UploadTicket> {
  const kind = kindOf(request)
  return {
    note: { clientId: request.clientId, kind },
    run: () => {
      parts.folders.assertKnown(request.folderId)
      return ticketFor(parts, parts.uploads.create(request, kind))
    },
  }
}

function kindOf({ preferredKinds }: UploadRequest): MemoryUpload['kind'] {
  return preferredKinds[0] === 'multipart' ? 'multipart' : 'put'
}

function ticketFor({ store }: MemoryParts, upload: MemoryUpload): UploadTicket {
  const { fileId, request, kind } = upload
  const now = Date.now()
  const expiry = store.expiryFrom(now)
  const base = {
    clientId: request.clientId,
    fileId,
    expiresAt: expiry === null ? null : new Date(expiry).toISOString(),
    serverTime: expiry === null ? null : new Date(now).toISOString(),
    maxSize: request.size,
  }
  if (kind === 'put') {
    const checksum = request.checksum?.value ?? null
    const headers = checksum === null ? {} : { [checksumHeader]: checksum }
    return { ...base, kind, url: store.sign(fileId), headers }
  }
  const partCount = store.partCountOf(upload)
  const parts = Array.from({ length: partCount }, (_, i) => store.signPart(fileId, i + 1))
  const { partSize } = store
  return { ...base, kind, uploadId: `multipart-${fileId}`, partSize, partCount, parts }
}

function multipart(upload: MemoryUpload): MemoryUpload {
  if (upload.kind === 'multipart') return upload
  throw new UploadError('unsupported', { message: 'This upload has no parts.' })
}

function noteOf({ clientId, fileId, kind }: UploadRef): MemoryAct<unknown>['note'] {
  return { clientId, fileId, kind }
}
