import { randomUUID } from 'node:crypto'
import { Hono } from 'hono'
import { allowOrigins } from '../../http/allow-origins.js'
import { describeError, type Log } from '../../http/log.js'
import type { ObjectStore } from '../object-store.js'
import { downloadName } from './download-name.js'
import { drainBody } from './drain-body.js'
import { openObjectDirectory, type ObjectDirectory } from './object-directory.js'
import { receiveObject, type PaceLimit } from './receive-object.js'
import { sendObject } from './send-object.js'
import { createSigner, type Signer, type Verdict } from './signature.js'
import { refusalAnswer, StoreRefusal } from './store-refusal.js'

const drainLimitBytes = 1024 * 1024

export interface DiskStoreOptions {
  /** Holds `objects/`, and what is on its way beside it. Made where it is missing. */
  readonly directory: string
  /** Where browsers reach `fetch`: another origin than the page's, so that what is stored can never act as the page. */
  readonly publicUrl: string
  /** The HMAC key of signed URLs: 32 random bytes. */
  readonly secret: Uint8Array
  /** Origins of the pages that upload. */
  readonly allowedOrigins: readonly string[]
  readonly log: Log
  /** Bytes. */
  readonly maxObjectSize?: number | null | undefined
  /** Default: 64 KiB in a minute. */
  readonly pace?: PaceLimit | undefined
  /** Epoch ms. */
  readonly now?: (() => number) | undefined
}

/** The embedded object store: files on a disk, reached by signed URLs as S3's are. */
export interface DiskStore extends ObjectStore {
  fetch(request: Request): Promise<Response>
}

export async function createDiskStore(options: DiskStoreOptions): Promise<DiskStore> {
  const directory = await openObjectDirectory(options.directory)
  const signer = createSigner(options.secret)
  const base = options.publicUrl.replace(/\/+$/, '')
  const app = createObjectApp(options, directory, signer)
  const urlOf = (key: string, query: URLSearchParams) => `${base}/objects/${key}?${query}`
  return {
    origin: new URL(base).origin,
    maxObjectSize: options.maxObjectSize ?? null,
    fetch: async (request) => app.fetch(request),
    signPut: async (grant) => ({
      url: urlOf(grant.key, signer.signPut(grant)),
      headers: { 'content-type': grant.contentType },
    }),
    signGet: async (grant) => {
      const query = signer.signGet({ ...grant, name: downloadName(grant.name) })
      return { url: urlOf(grant.key, query), headers: {} }
    },
    head: directory.find,
    promote: directory.promote,
    delete: directory.delete,
  }
}

function createObjectApp(options: DiskStoreOptions, directory: ObjectDirectory, signer: Signer) {
  const now = options.now ?? Date.now
  const pace = options.pace ?? { windowMs: 60_000, minBytes: 64 * 1024 }
  const app = new Hono()
  app.use(
    allowOrigins({
      origins: options.allowedOrigins,
      methods: ['GET', 'HEAD', 'PUT'],
      requestHeaders: ['Content-Type', 'Range', 'If-Range', 'If-None-Match'],
      exposedHeaders: [
        'Accept-Ranges',
        'Content-Disposition',
        'Content-Length',
        'Content-Range',
        'ETag',
        'Retry-After',
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
  app.all('*', async (c) => {
    const url = new URL(c.req.url)
    const { method } = c.req
    const key = keyIn(url.pathname)
    if (method === 'PUT') {
      const grant = assertSigned(signer.verifyPut(key, url.searchParams, now()))
      const etag = await receiveObject(directory, grant, c.req.raw, pace)
      return new Response(null, { status: 200, headers: { etag, 'content-length': '0' } })
    }
    if (method !== 'GET' && method !== 'HEAD') {
      throw new StoreRefusal('MethodNotAllowed', 'Only GET, HEAD and PUT are known here.')
    }
    const grant = assertSigned(signer.verifyGet(key, url.searchParams, now()))
    return sendObject(directory, grant, c.req.raw)
  })
  app.onError(async (error, c) => {
    const refusal = error instanceof StoreRefusal ? error : unexpected(error, options.log)
    const answer = refusalAnswer(refusal, randomUUID())
    const isDrained = await drainBody(c.req.raw, drainLimitBytes)
    if (!isDrained) answer.headers.set('connection', 'close')
    return answer
  })
  return app
}

/** The key stands at the end: a proxy may have put a path before it. */
function keyIn(pathname: string): string {
  const key = /\/objects\/([0-9a-f]{32})$/.exec(pathname)?.[1]
  if (key === undefined) throw new StoreRefusal('NoSuchKey', 'There is no such object.')
  return key
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
