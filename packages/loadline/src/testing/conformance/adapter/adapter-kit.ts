import {
  parseTicket,
  refOf,
  type AdapterFeatures,
  type AdapterMethod,
  type CallContext,
  type FileAdapter,
  type FileFilter,
  type FileQuery,
  type OptionalMethods,
  type StoredFile,
  type StoredUpload,
  type UploadRef,
  type UploadRequest,
  type UploadTicket,
} from '../../../core/index.js'
import { makeFile, type MakeFileOptions } from '../../make-file.js'
import { check, checkSameBytes } from '../check.js'
import type { AdapterInstance, SentFile } from './adapter-subject.js'

export interface CreatedUpload {
  readonly file: File
  readonly request: UploadRequest
  readonly ticket: UploadTicket
  readonly ref: UploadRef
}

export interface KitUploadOptions extends MakeFileOptions {
  readonly request?: Partial<UploadRequest> | undefined
}

/** What the cases have in common: the steps of an upload, without a queue. */
export class AdapterKit {
  readonly adapter: FileAdapter
  readonly features: AdapterFeatures
  readonly context: CallContext = { signal: new AbortController().signal }
  readonly #instance: AdapterInstance

  constructor(instance: AdapterInstance) {
    this.#instance = instance
    this.adapter = instance.adapter
    this.features = instance.adapter.features
  }

  /** A method that the case needs. */
  call<K extends AdapterMethod>(method: K): OptionalMethods[K] {
    const found = this.adapter[method]
    check(found !== undefined, `${method} is missing`)
    return found as OptionalMethods[K]
  }

  request(file: File, changes: Partial<UploadRequest> = {}): UploadRequest {
    return {
      clientId: crypto.randomUUID(),
      name: file.name,
      path: null,
      contentType: file.type,
      size: file.size,
      preferredKinds: this.features.ticketKinds,
      category: null,
      folderId: null,
      visibility: null,
      associations: [],
      metadata: {},
      isDraft: false,
      checksum: null,
      ...this.#instance.request,
      ...changes,
    }
  }

  async create({ request, ...options }: KitUploadOptions = {}): Promise<CreatedUpload> {
    const file = makeFile({ type: 'text/plain', name: 'file.txt', ...options })
    const whole = this.request(file, request)
    const ticket = parseTicket(await this.call('createUpload')(whole, this.context))
    return { file, request: whole, ticket, ref: refOf(ticket) }
  }

  send(ticket: UploadTicket, file: File): Promise<SentFile> {
    return this.#instance.send(ticket, file)
  }

  /** With the bytes in the store, not finalised. */
  async store(created: CreatedUpload): Promise<StoredUpload> {
    const sent = await this.send(created.ticket, created.file)
    const { status, headers = {}, body = '', parts } = sent
    check(status >= 200 && status < 300, `The store refused the bytes: ${status} ${body}`)
    const etag = sent.etag === undefined ? (headers['etag'] ?? null) : sent.etag
    const response = { status, headers, body }
    const { request } = created
    const ref = this.adapter.readStoreResponse?.(created.ref, response).ref ?? created.ref
    return { ref, request, etag, response, ...(parts === undefined ? {} : { parts }) }
  }

  async upload(options: KitUploadOptions = {}): Promise<StoredFile> {
    const stored = await this.store(await this.create(options))
    return this.call('finalizeUpload')(stored, this.context)
  }

  /** Through a second door: not what the adapter says, but what is there. */
  async checkBytes(stored: StoredFile, file: File): Promise<void> {
    const bytes = await (this.#instance.readBytes?.(stored) ??
      this.adapter.readFile?.(stored, { variant: 'original' }, this.context))
    if (bytes !== undefined) await checkSameBytes(bytes, file, `the bytes of "${file.name}"`)
  }

  /** All that a query finds, page by page. */
  async list(query: Omit<FileQuery, 'limit'> = {}): Promise<readonly StoredFile[]> {
    const found: StoredFile[] = []
    const limit = Math.min(50, this.features.maxPageSize)
    let cursor: string | null = null
    for (let page = 0; page < 200; page += 1) {
      const answer = await this.call('listFiles')({ ...query, limit, cursor }, this.context)
      found.push(...answer.files)
      cursor = answer.nextCursor
      if (cursor === null) return found
    }
    throw new Error('The list does not end')
  }

  async ids(filter: FileFilter = {}): Promise<readonly string[]> {
    return (await this.list({ filter })).map(({ id }) => id)
  }

  /**
   * Whether it can be found as a file, in the list or by its id; `null`: the adapter has neither. Some
   * backends list what is pending or cancelled too: no file, as long as it says so.
   */
  async isThere(id: string): Promise<boolean | null> {
    const { listFiles, getFile } = this.adapter
    if (listFiles !== undefined) {
      return (await this.list()).some((file) => file.id === id && isWhole(file))
    }
    return getFile === undefined ? null : getFile(id, this.context).then(isWhole, () => false)
  }
}

function isWhole({ status }: StoredFile): boolean {
  return status !== 'upload_pending' && status !== 'cancelled'
}
