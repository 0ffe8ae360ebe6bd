import type { Headers, SignedPart, StoreResponse, UploadedPart } from '../../core/index.js'
import type { MemoryUpload, MemoryUploads } from './memory-uploads.js'
import { sha256 } from './sha256.js'

const origin = 'https://memory.invalid'
export const checksumHeader = 'x-amz-checksum-sha256'

export interface MemoryStoreOptions {
  /** Bytes of every part but the last. */
  readonly partSize: number
  /** `null`: signatures do not expire by themselves. */
  readonly ticketLifeMs: number | null
}

/** A request to the store, its body already read. */
export interface MemoryStoreRequest {
  readonly url: string
  readonly headers: Headers
  readonly contentType: string
  readonly body: Blob
  /** Of the body, base64. */
  readonly sha256: string
}

/** The object store of a memory backend: it signs, and answers as S3 does. */
export class MemoryStore {
  readonly partSize: number
  readonly #ticketLifeMs: number | null
  readonly #uploads: MemoryUploads
  readonly #partBodies = new Map<string, Blob>()
  #signatures = 0
  #expired = 0

  constructor(uploads: MemoryUploads, { partSize, ticketLifeMs }: MemoryStoreOptions) {
    this.#uploads = uploads
    this.partSize = partSize
    this.#ticketLifeMs = ticketLifeMs
  }

  /** Epoch ms. */
  expiryFrom(now: number): number | null {
    return this.#ticketLifeMs === null ? null : now + this.#ticketLifeMs
  }

  sign(fileId: string, partNumber?: number): string {
    this.#signatures += 1
    const url = new URL(`${origin}/${encodeURIComponent(fileId)}`)
    if (partNumber !== undefined) url.searchParams.set('partNumber', `${partNumber}`)
    const expiry = this.expiryFrom(Date.now())
    if (expiry !== null) url.searchParams.set('expires', `${expiry}`)
    url.searchParams.set('signature', `${this.#signatures}`)
    return url.href
  }

  signPart(fileId: string, partNumber: number, checksum?: string): SignedPart {
    const headers = checksum === undefined ? {} : { [checksumHeader]: checksum }
    return { partNumber, url: this.sign(fileId, partNumber), headers }
  }

  expireTickets(): void {
    this.#expired = this.#signatures
  }

  partCountOf({ request }: MemoryUpload): number {
    return Math.max(1, Math.ceil(request.size / this.partSize))
  }

  /** The one that a URL was signed for. */
  uploadAt(url: string): MemoryUpload | undefined {
    return this.#uploads.find(decodeURIComponent(new URL(url).pathname.slice(1)))
  }

  async receive(request: MemoryStoreRequest): Promise<StoreResponse> {
    const { searchParams } = new URL(request.url)
    const expires = Number(searchParams.get('expires') ?? Number.POSITIVE_INFINITY)
    if (Number(searchParams.get('signature')) <= this.#expired || Date.now() > expires) {
      return refuse(403, 'AccessDenied', 'Request has expired')
    }
    const upload = this.uploadAt(request.url)
    const partNumber = Number(searchParams.get('partNumber') ?? 0)
    if (upload?.state !== 'pending') {
      return partNumber === 0 ? refuse(403, 'AccessDenied') : refuse(404, 'NoSuchUpload')
    }
    const declared = request.headers[checksumHeader]
    if (declared !== undefined && declared !== request.sha256) return refuse(400, 'BadDigest')
    return partNumber === 0
      ? this.#receiveObject(upload, request)
      : this.#receivePart(upload, partNumber, request)
  }

  #receiveObject(upload: MemoryUpload, request: MemoryStoreRequest): StoreResponse {
    const { body, contentType, sha256: hash } = request
    if (body.size > upload.request.size) return refuse(400, 'EntityTooLarge')
    this.#uploads.setObject(upload, { size: body.size, contentType, sha256: hash }, body)
    return accept(hash)
  }

  async #receivePart(
    { fileId }: MemoryUpload,
    partNumber: number,
    { body, contentType, sha256: hash }: MemoryStoreRequest,
  ): Promise<StoreResponse> {
    const upload = this.#uploads.find(fileId)
    if (upload === undefined) return refuse(404, 'NoSuchUpload')
    const count = this.partCountOf(upload)
    const last = upload.request.size - (count - 1) * this.partSize
    if (body.size !== (partNumber === count ? last : this.partSize)) {
      return refuse(400, 'EntityTooSmall')
    }
    const part = { partNumber, size: body.size, etag: `"${hash}"`, checksum: hash }
    this.#partBodies.set(`${fileId} ${partNumber}`, body)
    const parts = [...upload.parts.filter((one) => one.partNumber !== partNumber), part]
    this.#uploads.setParts(
      upload,
      parts.sort((a, b) => a.partNumber - b.partNumber),
    )
    if (parts.length === count) await this.#assemble(fileId, parts, contentType)
    return accept(hash)
  }

  /** The object is there as soon as its parts are: what finalise would do in a real store is done here. */
  async #assemble(
    fileId: string,
    parts: readonly UploadedPart[],
    contentType: string,
  ): Promise<void> {
    const body = new Blob(
      parts.map(({ partNumber }) => this.#partBodies.get(`${fileId} ${partNumber}`) ?? ''),
    )
    const object = { size: body.size, contentType, sha256: await sha256(body) }
    const upload = this.#uploads.find(fileId)
    if (upload?.state === 'pending') this.#uploads.setObject(upload, object, body)
  }
}

function accept(hash: string): StoreResponse {
  return { status: 200, headers: { etag: `"${hash}"` }, body: '' }
}

function refuse(status: number, code: string, message = code): StoreResponse {
  const body = `<Error><Code>${code}</Code><Message>${message}</Message></Error>`
  return { status, headers: { 'content-type': 'application/xml' }, body }
}
