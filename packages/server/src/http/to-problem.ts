import { HTTPException } from 'hono/http-exception'
import { describeError, type Log } from './log.js'
import { ProblemError } from './problem.js'

/** Whatever was thrown below a route. What nobody expected is logged, and told to nobody else. */
export function toProblem(error: unknown, log: Log): ProblemError {
  if (error instanceof ProblemError) return error
  if (error instanceof HTTPException && error.status < 500) {
    return new ProblemError(error.status, 'validation', error.message)
  }
  log.error('api-failed', describeError(error))
  return new ProblemError(500, 'server', 'Something went wrong here.')
}
