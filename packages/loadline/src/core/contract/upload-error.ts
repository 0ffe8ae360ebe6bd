import type { JsonValue } from './json-value.js'

/** Whether the same call may well succeed later, by code. A backend's own answer may overrule it. */
const retryableByCode = {
  cancelled: false,
  network: true,
  timeout: true,
  stalled: true,
  offline: true,
  unauthenticated: true,
  forbidden: false,
  'not-found': false,
  conflict: false,
  validation: false,
  'too-large': false,
  'type-not-allowed': false,
  quota: false,
  'rate-limited': true,
  'ticket-expired': true,
  'checksum-mismatch': true,
  'file-changed': false,
  'file-unreadable': false,
  'storage-cors': false,
  unconfirmed: false,
  unsupported: false,
  server: true,
  unknown: false,
} as const satisfies Record<string, boolean>

export type UploadErrorCode = keyof typeof retryableByCode

export const uploadErrorCodes = Object.keys(retryableByCode) as readonly UploadErrorCode[]

export interface UploadErrorOptions {
  readonly message?: string | undefined
  readonly isRetryable?: boolean | undefined
  /** The HTTP status that it came from. */
  readonly status?: number | null | undefined
  /** Epoch ms: not before then (`Retry-After`). */
  readonly retryAt?: number | null | undefined
  readonly details?: Readonly<Record<string, JsonValue>> | undefined
  /** Reduced to name, message and status, URLs removed: the rest may hold a token or a signed URL. */
  readonly cause?: unknown
}

export interface UploadErrorCause {
  readonly name: string
  readonly message: string
  readonly status: number | null
}

const brand = Symbol.for('loadline.UploadError')

/** The one error that adapters and transports throw. Its text is for developers; people read `messages[code]`. */
export class UploadError extends Error {
  readonly code: UploadErrorCode
  readonly isRetryable: boolean
  readonly status: number | null
  readonly retryAt: number | null
  readonly details: Readonly<Record<string, JsonValue>>
  override readonly cause: UploadErrorCause | undefined

  constructor(code: UploadErrorCode, options: UploadErrorOptions = {}) {
    super(redactUrls(options.message ?? code))
    this.name = 'UploadError'
    this.code = code
    this.isRetryable = options.isRetryable ?? retryableByCode[code]
    this.status = options.status ?? null
    this.retryAt = options.retryAt ?? null
    this.details = options.details ?? {}
    this.cause = redactCause(options.cause)
    Object.defineProperty(this, brand, { value: true })
  }
}

/** Also true for an error of another copy of this package. */
export function isUploadError(value: unknown): value is UploadError {
  return typeof value === 'object' && value !== null && brand in value
}

/** What was thrown, as an `UploadError`: unchanged where it is one, else `unknown` with a redacted cause. */
export function toUploadError(thrown: unknown): UploadError {
  if (isUploadError(thrown)) return thrown
  if (isAbort(thrown)) return new UploadError('cancelled', { cause: thrown })
  return new UploadError('unknown', {
    message: thrown instanceof Error ? thrown.message : 'Something other than an Error was thrown.',
    cause: thrown,
  })
}

function isAbort(thrown: unknown): boolean {
  return thrown instanceof DOMException && thrown.name === 'AbortError'
}

function redactCause(cause: unknown): UploadErrorCause | undefined {
  if (cause === undefined) return undefined
  if (typeof cause !== 'object' || cause === null) {
    const message = typeof cause === 'string' ? redactUrls(cause) : ''
    return { name: typeof cause, message, status: null }
  }
  const { name, message, status } = cause as Partial<Record<string, unknown>>
  return {
    name: typeof name === 'string' ? name : 'Error',
    message: typeof message === 'string' ? redactUrls(message) : '',
    status: typeof status === 'number' ? status : null,
  }
}

/** A signed URL is a secret: its query is cut off, and user info too. */
function redactUrls(text: string): string {
  return text.replace(
    /\b([a-z][a-z0-9+.-]*:\/\/)(?:[^\s/@]*@)?([^\s?#"'<>]*)(?:[?#][^\s"'<>]*)?/gi,
    '$1$2',
  )
}
