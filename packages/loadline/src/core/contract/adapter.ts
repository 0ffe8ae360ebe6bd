import type { FileFilterKey, FilePage, FileQuery, FileSortKey } from './file-query.js'
import type {
  AssociationInput,
  FileAssociation,
  FileCategory,
  FileFolder,
  FileLimits,
  FileVisibility,
  StoredFile,
} from './stored-file.js'
import type {
  Headers,
  PartToSign,
  SignedPart,
  TicketKind,
  UploadedPart,
  UploadRef,
  UploadTicket,
} from './ticket.js'
import type { UploadError } from './upload-error.js'
import type { UploadField, UploadRequest } from './upload-request.js'

export interface CallContext {
  readonly signal: AbortSignal
  readonly clientId?: string
  /** From 1. */
  readonly attempt?: number
  /** Grows with every owner of the upload; a backend refuses one lower than the last it saw. */
  readonly fence?: number
}

export type BatchResult<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly error: UploadError }

export interface BulkFailure {
  readonly id: string
  readonly error: UploadError
}

/** Each id that was asked about is in one of the two, once, in the order asked. */
export interface BulkResult {
  readonly done: readonly string[]
  readonly failed: readonly BulkFailure[]
}

/** What the object store answered, as far as the browser may read it. Header names are lower case. */
export interface StoreResponse {
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

/** `etag: null`: there is none; absent: keep what the built-in reader saw. */
export interface StoreReading {
  readonly ref?: UploadRef
  readonly part?: { readonly etag?: string | null; readonly checksum?: string | null }
}

/** An upload whose bytes are in the store. */
export interface StoredUpload {
  readonly ref: UploadRef
  readonly request: UploadRequest
  readonly etag: string | null
  readonly parts?: readonly UploadedPart[]
  /** Absent after a reload. */
  readonly response?: StoreResponse
}

/** `pending`: surely no bytes. `stored`: bytes, not finalised. `gone`: abandoned. `unknown`: the adapter cannot tell. */
export type UploadLookupState = 'pending' | 'stored' | 'finalized' | 'gone' | 'unknown'

export interface UploadLookup {
  readonly state: UploadLookupState
  readonly file: StoredFile | null
}

export interface ReadFileOptions {
  readonly variant: 'original' | 'thumbnail'
  /** Bytes, both ends included; `end: null`: to the last. */
  readonly range?: { readonly start: number; readonly end: number | null }
}

/** What differs between backends, as data. `defineAdapter` fills what is left out with the cautious answer. */
export interface AdapterFeatures {
  /** Names the backend in every cache key: name, base URL, and the adapter's own scope. */
  readonly cacheKey: string
  readonly apiOrigins: readonly string[]
  readonly ticketKinds: readonly TicketKind[]
  readonly maxFilesPerBatch: number
  readonly uploadFields: readonly UploadField[]
  readonly requiredUploadFields: readonly UploadField[]
  readonly createIsIdempotent: boolean
  readonly finalizeIsIdempotent: boolean
  readonly storeIsIdempotent: boolean
  /** `false`: an upload cannot be cancelled from finalising on. */
  readonly canUndoFinalize: boolean
  /** `false` where nothing sweeps unused tickets. */
  readonly lookAhead: boolean
  readonly sortKeys: readonly FileSortKey[]
  readonly filters: readonly FileFilterKey[]
  readonly search: 'server' | 'page' | false
  readonly contentTypeFilter: 'exact' | 'group' | 'both'
  /** Can list the files at the root alone (`folderId: null`); without it the root shows all. */
  readonly canFilterRoot: boolean
  readonly maxPageSize: number
  /** `FileQuery.offset` works. */
  readonly canSkip: boolean
}

/** The methods an adapter may lack; the interface hides what a missing one would do. They throw `UploadError` only. */
export interface OptionalMethods {
  /** With `finalizeUpload`: both or neither. */
  createUpload(request: UploadRequest, ctx: CallContext): Promise<UploadTicket>
  /** Re-entrant: it may have committed before. */
  finalizeUpload(upload: StoredUpload, ctx: CallContext): Promise<StoredFile>
  /** Answers in the order of the requests. */
  createUploads(
    requests: readonly UploadRequest[],
    ctx: CallContext,
  ): Promise<readonly BatchResult<UploadTicket>[]>
  /** The same file, a new signature. */
  renewTicket(ref: UploadRef, ctx: CallContext): Promise<UploadTicket>
  signParts(
    ref: UploadRef,
    parts: readonly PartToSign[],
    ctx: CallContext,
  ): Promise<readonly SignedPart[]>
  /** Makes a reload resumable. */
  listParts(ref: UploadRef, ctx: CallContext): Promise<readonly UploadedPart[]>
  finalizeUploads(
    uploads: readonly StoredUpload[],
    ctx: CallContext,
  ): Promise<readonly BatchResult<StoredFile>[]>
  lookupUpload(ref: UploadRef, ctx: CallContext): Promise<UploadLookup>
  /** Idempotent; deletes what was committed under the same `clientId`. */
  abandonUpload(ref: UploadRef, reason: 'cancelled' | 'error', ctx: CallContext): Promise<void>
  abandonUploads(
    refs: readonly UploadRef[],
    reason: 'cancelled' | 'error',
    ctx: CallContext,
  ): Promise<readonly BatchResult<void>[]>
  /** Pure and synchronous. */
  readStoreResponse(ref: UploadRef, response: StoreResponse, partNumber?: number): StoreReading
  /** Asked for every answer, also a 200. `null`: the built-in reader of S3, GCS and Azure XML decides. */
  readStoreError(ref: UploadRef, response: StoreResponse): UploadError | null
  /** Tokens that rotate: asked before each send, only for `features.apiOrigins`, and never kept. */
  storeHeaders(ref: UploadRef, url: string, ctx: CallContext): Promise<Headers>
  listFiles(query: FileQuery, ctx: CallContext): Promise<FilePage>
  getFile(id: string, ctx: CallContext): Promise<StoredFile>
  /** Also renews expired URLs. */
  getFiles(ids: readonly string[], ctx: CallContext): Promise<readonly BatchResult<StoredFile>[]>
  /** Where the bytes need headers. */
  readFile(file: StoredFile, options: ReadFileOptions, ctx: CallContext): Promise<Blob>
  renameFile(id: string, name: string, ctx: CallContext): Promise<StoredFile>
  setVisibility(id: string, visibility: FileVisibility, ctx: CallContext): Promise<StoredFile>
  deleteFiles(ids: readonly string[], ctx: CallContext): Promise<BulkResult>
  moveFiles(ids: readonly string[], folderId: string | null, ctx: CallContext): Promise<BulkResult>
  setCategory(ids: readonly string[], key: string | null, ctx: CallContext): Promise<BulkResult>
  createAssociations(
    ids: readonly string[],
    association: AssociationInput,
    ctx: CallContext,
  ): Promise<BulkResult & { readonly associations: readonly FileAssociation[] }>
  deleteAssociations(associationIds: readonly string[], ctx: CallContext): Promise<BulkResult>
  listCategories(ctx: CallContext): Promise<readonly FileCategory[]>
  listFolders(parentId: string | null, ctx: CallContext): Promise<readonly FileFolder[]>
  createFolder(
    folder: { readonly name: string; readonly parentId: string | null },
    ctx: CallContext,
  ): Promise<FileFolder>
  deleteFolders(ids: readonly string[], ctx: CallContext): Promise<BulkResult>
  getLimits(ctx: CallContext): Promise<FileLimits>
}

export type AdapterMethod = keyof OptionalMethods

type Maybe<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** All that Loadline knows of a backend. Made by `defineAdapter`. */
export interface FileAdapter extends Maybe<OptionalMethods> {
  readonly name: string
  readonly features: AdapterFeatures
}

export interface AdapterDefinition extends Maybe<OptionalMethods> {
  readonly name: string
  readonly features?: Maybe<AdapterFeatures> | undefined
}
