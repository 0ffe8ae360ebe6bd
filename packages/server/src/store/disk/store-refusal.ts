const statuses = {
  AccessDenied: 403,
  SignatureDoesNotMatch: 403,
  NoSuchKey: 404,
  NoSuchUpload: 404,
  MethodNotAllowed: 405,
  BadDigest: 400,
  EntityTooSmall: 400,
  IncompleteBody: 400,
  InvalidArgument: 400,
  MalformedPOSTRequest: 400,
  // As Amazon's store answers a sender that is too slow.
  RequestTimeout: 400,
  MissingContentLength: 411,
  PreconditionFailed: 412,
  EntityTooLarge: 413,
  InvalidRange: 416,
  InternalError: 500,
  InsufficientStorage: 507,
} as const

export type RefusalCode = keyof typeof statuses

/** Answered as the XML of S3, which clients of object stores read. */
export class StoreRefusal extends Error {
  readonly code: RefusalCode
  readonly status: number
  readonly headers: Readonly<Record<string, string>>

  constructor(code: RefusalCode, message: string, headers: Readonly<Record<string, string>> = {}) {
    super(message)
    this.name = 'StoreRefusal'
    this.code = code
    this.status = statuses[code]
    this.headers = headers
  }
}

export function refusalAnswer(refusal: StoreRefusal, requestId: string): Response {
  // Code, message and id are our own texts: nothing of the request is repeated, so nothing is escaped.
  const body =
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<Error><Code>${refusal.code}</Code><Message>${refusal.message}</Message>` +
    `<RequestId>${requestId}</RequestId></Error>`
  return new Response(body, {
    status: refusal.status,
    headers: {
      'content-type': 'application/xml',
      'x-content-type-options': 'nosniff',
      'cache-control': 'no-store',
      ...refusal.headers,
    },
  })
}
