import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { routePath } from 'hono/route'
import { demoUserHeader } from '../identity/demo-identity.js'
import { toUser, type Identify } from '../identity/identify.js'
import type { Log } from './log.js'
import { ProblemError } from './problem.js'
import type { RouterEnv } from './router.js'

const maxBodyBytes = 1024 * 1024
/** 10,000 parts with their checksums and ETags, or 100 uploads with as much metadata as they may have. */
const maxListBytes = 4 * 1024 * 1024

export function requireUser(identify: Identify): MiddlewareHandler<RouterEnv> {
  return async (c, next) => {
    const identity = await identify(c.req.raw)
    if (identity === null) throw new ProblemError(401, 'unauthenticated', 'Sign in first.')
    c.set('user', toUser(identity))
    await next()
  }
}

/** Of the one route that takes a form; see `requireOwnPage`. */
const isForm = ({ method, path }: { readonly method: string; readonly path: string }) =>
  method === 'POST' && path.endsWith('/files')

/**
 * A page of another site can send a form or plain text with the user's cookies and without asking;
 * JSON makes the browser ask first, and so does the method DELETE, which needs no body.
 */
export const requireJson: MiddlewareHandler = async (c, next) => {
  const { method } = c.req
  const isFree = method === 'GET' || method === 'HEAD' || method === 'DELETE'
  const wanted = isForm(c.req) ? 'multipart/form-data' : 'application/json'
  const essence = c.req.header('content-type')?.split(';')[0]?.trim().toLowerCase()
  if (!isFree && essence !== wanted) {
    throw new ProblemError(415, 'validation', `The body must be ${wanted}.`)
  }
  await next()
}

/**
 * Forms are sent without asking (see `requireJson`): one with a token or another header that makes the
 * browser ask is let in; else the browser must say that the page is one of ours, or nothing, as no
 * browser does that sends a form to another site.
 */
export function requireOwnPage(allowedOrigins: readonly string[]): MiddlewareHandler {
  const allowed = new Set(allowedOrigins)
  return async (c, next) => {
    const site = c.req.header('sec-fetch-site')
    const origin = c.req.header('origin')
    const isAsked =
      c.req.header('authorization') !== undefined || c.req.header(demoUserHeader) !== undefined
    const isOurs = origin === undefined ? site === undefined : allowed.has(origin)
    if (!isAsked && site !== 'same-origin' && !isOurs) {
      throw new ProblemError(403, 'forbidden', 'Forms of other sites are not taken.')
    }
    await next()
  }
}

const limitOne = limitTo(maxBodyBytes)
const limitList = limitTo(maxListBytes)

export const limitBody: MiddlewareHandler = (c, next) => {
  if (isForm(c.req)) return next()
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
