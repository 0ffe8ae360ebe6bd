import type { VersionTraits } from './server-version.js'

/** What the server throws: it becomes a 400 with the code in two places. */
export class RocketChatError extends Error {
  readonly code: string
  readonly reason: string | null
  readonly details: unknown

  constructor(code: string, reason: string | null = null, details?: unknown) {
    super(code)
    this.code = code
    this.reason = reason
    this.details = details
  }
}

export function succeeded(payload: Readonly<Record<string, unknown>>): Response {
  return Response.json({ ...payload, success: true })
}

/** Without a code: a text is all that is said. */
export function failed(error: string, status = 400): Response {
  return Response.json({ success: false, error }, { status })
}

export function thrown({ code, reason, details }: RocketChatError): Response {
  const error = reason === null ? `[${code}]` : `${reason} [${code}]`
  const body = { success: false, error, errorType: code }
  return Response.json(details === undefined ? body : { ...body, details }, { status: 400 })
}

/** Of a query or a body that does not fit the route's schema. */
export function misfit(
  errorType: 'error-invalid-params' | 'invalid-params',
  what: string,
): Response {
  return Response.json({ success: false, errorType, error: what }, { status: 400 })
}

export function unauthorized({ hasOldRefusals }: VersionTraits): Response {
  const error = 'You must be logged in to do this.'
  const body = { success: false, error }
  const old = { ...body, status: 'error', message: error }
  return Response.json(hasOldRefusals ? old : body, { status: 401 })
}

export function forbidden({ hasOldRefusals }: VersionTraits): Response {
  return failed(hasOldRefusals ? 'unauthorized' : 'forbidden', 403)
}

export function notFound(): Response {
  return failed('Resource not found', 404)
}
