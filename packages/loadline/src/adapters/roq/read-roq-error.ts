import {
  readRetryAfter,
  statusError,
  UploadError,
  type JsonValue,
  type UploadErrorCode,
  type UploadErrorOptions,
} from '../../core/index.js'
import type { Refusal } from '../http/api-error.js'

interface RoqErrorFields {
  readonly message?: unknown
  readonly extensions?: {
    readonly code?: unknown
    readonly response?: RoqProblem | null
  } | null
}

interface RoqProblem {
  readonly statusCode?: unknown
  readonly errorCode?: unknown
  readonly message?: unknown
  readonly variables?: unknown
}

const codes: Readonly<Record<string, UploadErrorCode>> = {
  BAD_USER_INPUT: 'validation',
  FILE_ASSOCIATION_NOT_FOUND: 'not-found',
  FILE_CATEGORY_NOT_FOUND: 'not-found',
  FILE_CATEGORY_WITH_GIVEN_KEY_NOT_FOUND: 'validation',
  FILE_NOT_COMPLETELY_UPLOADED_STATUS_UPDATE_FAILED: 'validation',
  FILE_NOT_FOUND: 'not-found',
  FILE_STATUS_UPDATE_FAILED: 'conflict',
  FORBIDDEN: 'forbidden',
  GRAPHQL_PARSE_FAILED: 'unsupported',
  GRAPHQL_VALIDATION_FAILED: 'unsupported',
  INTERNAL_ERROR: 'server',
  INTERNAL_SERVER_ERROR: 'server',
  INVALID_API_KEY: 'unauthenticated',
  INVALID_AUTH_HEADER: 'unauthenticated',
  INVALID_CONTENT_TYPE_FOR_FILE_CATEGORY: 'type-not-allowed',
  INVALID_CREDENTIALS: 'unauthenticated',
  INVALID_TOKEN: 'unauthenticated',
  // Every id is a UUID: what is none names nothing.
  INVALID_UUID: 'not-found',
  MISSING_AUTH: 'unauthenticated',
  UNAUTHENTICATED: 'unauthenticated',
  UNAUTHORIZED: 'unauthenticated',
  UNAUTHORIZED_EXCEPTION: 'unauthenticated',
  UNIQUE_CONSTRAINT_VIOLATED: 'conflict',
}

/** One of the `errors` of an answer. A gateway's own may lack all but the message. */
export function readRoqError(value: unknown, options: UploadErrorOptions = {}): UploadError {
  const { message, extensions } = asObject<RoqErrorFields>(value)
  const problem = asObject<RoqProblem>(extensions?.response)
  return problemError(
    { ...problem, message: problem.message ?? message },
    asText(extensions?.code),
    options,
  )
}

/** An answer outside of 2xx: errors of GraphQL, a problem of the authorisation, or somebody else's page. */
export function readRoqRefusal({ status, data, headers }: Refusal, cause: unknown): UploadError {
  const retryAfter = asText(headers?.['retry-after'])
  const options = { status, cause, retryAt: readRetryAfter(retryAfter, Date.now()) }
  const body = asObject<RoqProblem & { readonly errors?: unknown }>(data)
  if (Array.isArray(body.errors) && body.errors.length > 0) {
    return readRoqError(body.errors[0], options)
  }
  if (asText(body.errorCode) !== null) return problemError(body, null, options)
  return statusError(status, { ...options, message: `ROQ answered ${status}.` })
}

function problemError(
  { errorCode, statusCode, message, variables }: RoqProblem,
  fallbackCode: string | null,
  options: UploadErrorOptions,
): UploadError {
  const roqCode = asText(errorCode) ?? fallbackCode
  const status = typeof statusCode === 'number' ? statusCode : (options.status ?? null)
  const filled: UploadErrorOptions = {
    ...options,
    status,
    message: asText(message) ?? 'ROQ gave no reason.',
    details: {
      ...(roqCode !== null && { errorCode: roqCode }),
      ...(typeof variables === 'object' && { variables: variables as JsonValue }),
      ...(roqCode === 'FILE_NOT_COMPLETELY_UPLOADED_STATUS_UPDATE_FAILED' && {
        reason: 'bytes-missing',
      }),
    },
  }
  const known = codes[asText(errorCode) ?? ''] ?? codes[fallbackCode ?? '']
  if (known !== undefined) return new UploadError(known, filled)
  return status !== null && status >= 400
    ? statusError(status, filled)
    : new UploadError('server', filled)
}

function asObject<T extends object>(value: unknown): Partial<T> {
  return typeof value === 'object' && value !== null ? value : {}
}

function asText(value: unknown): string | null {
  return typeof value === 'string' && value !== '' ? value : null
}
