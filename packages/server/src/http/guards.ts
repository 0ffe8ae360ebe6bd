import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { routePath } from 'hono/route'
import type { Identify } from '../identity/identify.js'
import type { Log } from './log.js'
import { ProblemError } from './problem.js'
import type { RouterEnv } from './router.js'

const maxBodyBytes = 1024 * 1024
/** 10,000 parts with their checksums and ETags, or 100 uploads with as much metadata as they may have. */
const maxListBytes = 4 * 1024 * 1024

export function requireUser(identify: Identify): MiddlewareHandler<RouterEnv> {
  return async (c, next) => {
    const user = await identify(c.req.raw)
    if (user === null) throw new ProblemError(401, 'unauthenticated', 'Sign in first.')
    c.set('user', user)
    await next()
  }
}

/**
 * A page of another site can send a form or plain text with the user's cookies and without asking;
 * JSON makes the browser ask first.
 */
export const requireJson: MiddlewareHandler = async (c, next) => {
  const isRead = c.req.method === 'GET' || c.req.method === 'HEAD'
  const essence = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (!isRead && essence !== 'application/json') {
    throw new ProblemError(415, 'validation', 'The body must be application/json.')
  }
  await next()
}

const limitOne = limitTo(maxBodyBytes)
const limitList = limitTo(maxListBytes)

export const limitBody: MiddlewareHandler = (c, next) => {
  const isList = /\/(?:batch|parts|finalize|abandon)$/.test(c.req.path)
  return (isList ? limitList : limitOne)(c, next)
}

function limitTo(limit: number): MiddlewareHandler {
  return bodyLimit({
    maxSize: limit,
    onError: () => {
      throw new ProblemError(413, 'too-large', 'The body of the request is too large.', { limit })
    },
  })
}

/** Logs the route's pattern: a path that matches none may hold anything. */
export function logRequests(log: Log): MiddlewareHandler {
  return async (c, next) => {
    const startedAt = performance.now()
    await next()
    log.info('api', {
      method: c.req.method,
      route: routePath(c, -1),
      status: c.res.status,
      ms: Math.round(performance.now() - startedAt),
    })
  }
}
