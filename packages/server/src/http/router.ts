import { OpenAPIHono } from '@hono/zod-openapi'
import type { User } from '../identity/identify.js'
import { notFound, problemAnswer, ProblemError } from './problem.js'

export interface RouterEnv {
  Variables: { user: User }
}

export type Router = OpenAPIHono<RouterEnv>

interface Issue {
  readonly code?: string | undefined
  readonly path: readonly PropertyKey[]
  readonly message: string
  readonly keys?: readonly string[]
}

/** A router whose refusals of a request that does not fit its schema are problems. */
export function createRouter(): Router {
  return new OpenAPIHono<RouterEnv>({
    defaultHook: (result) => {
      if (result.success) return undefined
      // An id that cannot exist is a resource that does not.
      if (result.target === 'param') return problemAnswer(notFound())
      return problemAnswer(validationProblem(result.target, result.error.issues))
    },
  })
}

export function validationProblem(target: string, issues: readonly Issue[]): ProblemError {
  if (target === 'query') {
    const unknown = issues.find((issue) => issue.code === 'unrecognized_keys')
    if (unknown !== undefined) {
      const parameters = [...(unknown.keys ?? [])]
      const detail = 'This backend does not know a parameter of the query.'
      return new ProblemError(422, 'unsupported', detail, { parameters })
    }
  }
  const described = issues.slice(0, 20).map((issue) => ({
    path: issue.path.map(String).join('.'),
    message: issue.message,
  }))
  const first = described[0]
  const detail =
    first === undefined ? 'The request is not valid.' : `${first.path || target}: ${first.message}`
  return new ProblemError(422, 'validation', detail, { issues: described })
}
