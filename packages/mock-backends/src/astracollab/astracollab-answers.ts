import type { AstraCollabOptions } from './astracollab-options.js'

/** The vendor lists codes and statuses, and does not say which goes with which: this is the natural pairing. */
const statusByCode = {
  INVALID_PARAMETERS: 400,
  INVALID_FILE: 400,
  INVALID_FOLDER_NAME: 400,
  FOLDER_ALREADY_EXISTS: 400,
  FOLDER_NOT_EMPTY: 400,
  FILE_IN_USE: 400,
  FILE_TOO_LARGE: 400,
  UPLOAD_EXPIRED: 400,
  PART_UPLOAD_FAILED: 500,
  INVALID_API_KEY: 401,
  API_KEY_EXPIRED: 401,
  ACCESS_DENIED: 403,
  INSUFFICIENT_PERMISSIONS: 403,
  STORAGE_QUOTA_EXCEEDED: 403,
  URL_EXPIRED: 403,
  FILE_NOT_FOUND: 404,
  FOLDER_NOT_FOUND: 404,
  PARENT_FOLDER_NOT_FOUND: 404,
  RATE_LIMITED: 429,
} as const

export type AstraCollabCode = keyof typeof statusByCode

/** Thrown by a route, told by the envelope. */
export class AstraCollabRefusal extends Error {
  readonly code: AstraCollabCode
  readonly details: Readonly<Record<string, unknown>> | undefined

  constructor(code: AstraCollabCode, message: string, details?: Readonly<Record<string, unknown>>) {
    super(message)
    this.code = code
    this.details = details
  }
}

export function answerWith(data: unknown, { hasNullError = false }: AstraCollabOptions): Response {
  return Response.json({ success: true, data, ...(hasNullError && { error: null }) })
}

export function refuseWith(
  { code, message, details }: AstraCollabRefusal,
  { refusesAt200 = false, hasDetails = true }: AstraCollabOptions,
): Response {
  const error = { code, message, ...(hasDetails && details !== undefined && { details }) }
  return Response.json(
    { success: false, error },
    { status: refusesAt200 ? 200 : statusByCode[code] },
  )
}
