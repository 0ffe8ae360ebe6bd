import { createLog, type Log } from '../../http/log.js'
import type { MultipartRef, ObjectStore, StoredPart } from '../object-store.js'
import { createObjectApp } from './create-object-app.js'
import { downloadName } from './download-name.js'
import { openObjectDirectory, type ObjectDirectory } from './object-directory.js'
import { fileField, signForm } from './post-policy.js'
import type { PaceLimit } from './read-body.js'
import { readFinal } from './read-final.js'
import { checksumHeader } from './receive-object.js'
import { receiveStream } from './receive-stream.js'
import { createSigner } from './signature.js'
import { writeFinal } from './write-final.js'

export interface DiskStoreOptions {
  /** Holds `objects/`, and what is on its way beside it. Made where it is missing. */
  readonly directory: string
  /** Where browsers reach `fetch`: another origin than the page's, so that what is stored can never act as the page. */
  readonly publicUrl: string
  /** The HMAC key of signed URLs: 32 random bytes. */
  readonly secret: Uint8Array
  /** Origins of the pages that upload. */
  readonly allowedOrigins: readonly string[]
  /** Default: silent. */
  readonly log?: Log | undefined
  /** Bytes. */
  readonly maxObjectSize?: number | null | undefined
  /** Default: 64 KiB in a minute. */
  readonly pace?: PaceLimit | undefined
  /** Epoch ms. */
  readonly now?: (() => number) | undefined
}

/** The embedded object store: files on a disk, reached by signed URLs as S3's are. */
export interface DiskStore extends ObjectStore {
  fetch(request: Request): Promise<Response>
}

export async function createDiskStore(options: DiskStoreOptions): Promise<DiskStore> {
  const directory = await openObjectDirectory(options.directory)
  const signer = createSigner(options.secret)
  const base = options.publicUrl.replace(/\/+$/, '')
  const app = createObjectApp({
    directory,
    signer,
    allowedOrigins: options.allowedOrigins,
    log: options.log ?? createLog(() => undefined, 'silent'),
    pace: options.pace ?? { windowMs: 60_000, minBytes: 64 * 1024 },
    now: options.now ?? Date.now,
  })
  const urlOf = (key: string, query: URLSearchParams) => `${base}/objects/${key}?${query}`
  return {
    origin: new URL(base).origin,
    maxObjectSize: options.maxObjectSize ?? null,
    kinds: ['put', 'form', 'multipart'],
    fetch: async (request) => app.fetch(request),
    signPut: async (grant) => ({
      url: urlOf(grant.key, signer.signPut(grant)),
      headers: { 'content-type': grant.contentType, ...checksumHeaders(grant.checksum) },
    }),
    signPost: async (grant) => ({
      url: `${base}/objects`,
      fields: signForm(signer, grant),
      fileField,
    }),
    signGet: async (grant) => {
      const query = signer.signGet({ ...grant, name: downloadName(grant.name) })
      return { url: urlOf(grant.key, query), headers: {} }
    },
    createMultipart: directory.multipart.create,
    signParts: async (grants) =>
      grants.map((grant) => ({
        url: urlOf(grant.key, signer.signPart(grant)),
        headers: checksumHeaders(grant.checksum),
      })),
    listParts: directory.multipart.list,
    completeMultipart: (ref, parts) => completeMultipart(directory, ref, parts),
    abortMultipart: directory.multipart.abort,
    head: directory.find,
    promote: directory.promote,
    read: (key, limitBytes) => readFinal(directory, key, limitBytes),
    receive: (key, bytes) => receiveStream(directory, key, bytes),
    write: (key, bytes) => writeFinal(directory, key, bytes),
    delete: directory.delete,
  }
}

async function completeMultipart(
  directory: ObjectDirectory,
  ref: MultipartRef,
  parts: readonly StoredPart[],
) {
  const isComplete = await directory.multipart.complete(ref, parts)
  return isComplete ? directory.find(ref.key) : null
}

function checksumHeaders(checksum: string | null): Record<string, string> {
  return checksum === null ? {} : { [checksumHeader]: checksum }
}
