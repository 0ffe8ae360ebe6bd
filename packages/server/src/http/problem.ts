import { STATUS_CODES } from 'node:http'
import type { Problem } from 'loadline/protocol'

export type ProblemCode = Problem['code']
export type ProblemDetails = NonNullable<Problem['details']>

/** Thrown anywhere below a route; answered as `application/problem+json`. */
export class ProblemError extends Error {
  readonly status: number
  readonly code: ProblemCode
  readonly details: ProblemDetails | undefined

  constructor(status: number, code: ProblemCode, detail: string, details?: ProblemDetails) {
    super(detail)
    this.name = 'ProblemError'
    this.status = status
    this.code = code
    this.details = details
  }
}

/** Missing and forbidden are the same answer: an id must not tell whether it exists. */
export function notFound(): ProblemError {
  return new ProblemError(404, 'not-found', 'There is nothing here, or it is not yours.')
}

export function problemOf(error: ProblemError): Problem {
  return {
    type: 'about:blank',
    title: STATUS_CODES[error.status] ?? 'Error',
    status: error.status,
    detail: error.message,
    code: error.code,
    ...(error.details === undefined ? {} : { details: error.details }),
  }
}

export function problemAnswer(error: ProblemError): Response {
  return new Response(JSON.stringify(problemOf(error)), {
    status: error.status,
    headers: { 'content-type': 'application/problem+json', 'cache-control': 'no-store' },
  })
}
