import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { allowOrigins } from '../../http/allow-origins.js'
import { describeError, type Log } from '../../http/log.js'
import { drainBody } from './drain-body.js'
import type { ObjectDirectory } from './object-directory.js'
import type { PaceLimit } from './read-body.js'
import { receiveForm } from './receive-form.js'
import { checksumHeader, receiveObject, receivePart } from './receive-object.js'
import { sendObject } from './send-object.js'
import type { Signer, Verdict } from './signature.js'
import { refusalAnswer, StoreRefusal } from './store-refusal.js'

export interface ObjectAppOptions {
  readonly directory: ObjectDirectory
  readonly signer: Signer
  readonly allowedOrigins: readonly string[]
  readonly log: Log
  readonly pace: PaceLimit
  /** Epoch ms. */
  now(): number
}

/** The store as browsers meet it: S3's verbs, headers and XML. */
export function createObjectApp(options: ObjectAppOptions): Hono {
  const app = new Hono()
  app.use(
    allowOrigins({
      origins: options.allowedOrigins,
      methods: ['GET', 'HEAD', 'PUT', 'POST'],
      requestHeaders: ['Content-Type', 'Range', 'If-Range', 'If-None-Match', checksumHeader],
      exposedHeaders: [
        'Accept-Ranges',
        'Content-Disposition',
        'Content-Length',
        'Content-Range',
        'ETag',
        'Retry-After',
        checksumHeader,
      ],
    }),
  )
  app.use(async (c, next) => {
    const startedAt = performance.now()
    await next()
    const { method } = c.req
    const ms = Math.round(performance.now() - startedAt)
    options.log.info('store', { method, status: c.res.status, ms })
  })
  app.put('*', (c) => takePut(options, c.req.raw))
  app.post('*', (c) => takeForm(options, c.req.raw))
  // Hono answers HEAD by the handler of GET.
  app.get('*', (c) => {
    const { key, query } = locate(c.req.raw)
    const grant = assertSigned(options.signer.verifyGet(key, query, options.now()))
    return sendObject(options.directory, grant, c.req.raw)
  })
  app.all('*', () => {
    throw new StoreRefusal('MethodNotAllowed', 'Only GET, HEAD, PUT and POST are known here.')
  })
  app.onError(async (error, c) => {
    const refusal = error instanceof StoreRefusal ? error : unexpected(error, options.log)
    const answer = refusalAnswer(refusal, randomUUID())
    const isDrained = await drainBody(c.req.raw)
    if (!isDrained) answer.headers.set('connection', 'close')
    return answer
  })
  return app
}

async function takePut(options: ObjectAppOptions, request: Request): Promise<Response> {
  const { directory, signer, pace, now } = options
  const { key, query } = locate(request)
  if (query.has('uploadId')) {
    const part = assertSigned(signer.verifyPart(key, query, now()))
    return stored(200, await receivePart(directory, part, request, pace))
  }
  const grant = assertSigned(signer.verifyPut(key, query, now()))
  return stored(200, await receiveObject(directory, grant, request, pace))
}

async function takeForm(options: ObjectAppOptions, request: Request): Promise<Response> {
  const { directory, signer, pace, now } = options
  if (!new URL(request.url).pathname.endsWith('/objects')) {
    throw new StoreRefusal('MethodNotAllowed', 'Forms are posted to the objects together.')
  }
  const { grant, sha256 } = await receiveForm(directory, signer, request, { pace, now: now() })
  if (grant.successStatus !== 201) return stored(grant.successStatus ?? 204, sha256)
  const body =
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<PostResponse><Key>${grant.key}</Key><ETag>"${sha256.toString('hex')}"</ETag></PostResponse>`
  return stored(201, sha256, body)
}

function stored(status: number, sha256: Buffer, body: string | null = null): Response {
  const headers = new Headers({
    etag: `"${sha256.toString('hex')}"`,
    [checksumHeader]: sha256.toString('base64'),
  })
  if (body !== null) headers.set('content-type', 'application/xml')
  else if (status !== 204) headers.set('content-length', '0')
  return new Response(body, { status, headers })
}

/** The key stands at the end: a proxy may have put a path before it. */
function locate(request: Request): { readonly key: string; readonly query: URLSearchParams } {
  const { pathname, searchParams: query } = new URL(request.url)
  const key = /\/objects\/([0-9a-f]{32})$/.exec(pathname)?.[1]
  if (key === undefined) throw new StoreRefusal('NoSuchKey', 'There is no such object.')
  return { key, query }
}

function assertSigned<T>(verdict: Verdict<T>): T {
  if (verdict.ok) return verdict.grant
  if (verdict.reason === 'expired') throw new StoreRefusal('AccessDenied', 'Request has expired')
  if (verdict.reason === 'missing') throw new StoreRefusal('AccessDenied', 'Access Denied')
  throw new StoreRefusal('SignatureDoesNotMatch', 'The signature does not match the request.')
}

function unexpected(error: unknown, log: Log): StoreRefusal {
  log.error('store-failed', describeError(error))
  return new StoreRefusal('InternalError', 'Something went wrong here.')
}
