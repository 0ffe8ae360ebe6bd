import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import type { RoqState } from '../roq-state.js'
import type { ObjectUrls } from './object-urls.js'
import type { FormField, PostPolicies } from './post-policies.js'
import { storageError, storageErrorResponse, type StorageError } from './storage-error.js'

/** A form that came, whatever became of it. */
export interface RoqPost {
  /** Of the bucket: without the file. */
  readonly fields: readonly FormField[]
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
  readonly status: number
}

export interface StorageParts {
  readonly state: RoqState
  readonly urls: ObjectUrls
  readonly policies: PostPolicies
  readonly posts: RoqPost[]
  /** What the next posts are answered whatever they hold; taken one by one. */
  readonly failures: StorageError[]
}

/** The object storage behind ROQ, on an origin of its own: it lets in what a policy signed, and speaks XML. */
export function createStorageApp(parts: StorageParts): Hono {
  const { state, urls } = parts
  const app = new Hono()
  if (state.settings.cors) {
    app.use(cors({ origin: '*', allowMethods: ['GET', 'POST'], allowHeaders: ['Content-Type'] }))
  }
  app.post('/:bucket', async (c) => {
    const { fields, error } = await takePost(parts, c.req.param('bucket'), c.req.raw)
    const headers = Object.fromEntries(c.req.raw.headers)
    parts.posts.push({ fields, headers, status: error?.status ?? 204 })
    return error === null ? c.body(null, 204) : storageErrorResponse(error)
  })
  app.get('/:bucket/:key', (c) => {
    const key = c.req.param('key')
    const object = state.objects.get(key)
    if (object === undefined) {
      return storageErrorResponse(storageError(404, 'NoSuchKey', 'The key does not exist.'))
    }
    const wrong = urls.check(key, new URL(c.req.url).searchParams)
    if (wrong !== null && !isPublic(state, key)) {
      const message = wrong === 'expired' ? 'Request has expired' : 'Access Denied.'
      return storageErrorResponse(storageError(403, 'AccessDenied', message))
    }
    return c.body(object.bytes, 200, { 'content-type': object.contentType })
  })
  return app
}

function isPublic({ files }: RoqState, key: string): boolean {
  return [...files.values()].some((file) => file.key === key && file.isPublic)
}

async function takePost(
  { state, policies, failures }: StorageParts,
  bucket: string,
  request: Request,
): Promise<{ readonly fields: readonly FormField[]; readonly error: StorageError | null }> {
  const form = await request.formData().catch(() => null)
  const entries = form === null ? [] : [...form]
  const fields = entries.flatMap(([name, value]): readonly FormField[] =>
    typeof value === 'string' ? [[name, value]] : [],
  )
  const failure = failures.shift()
  if (failure !== undefined) return { fields, error: failure }
  const last = entries.at(-1)
  const file = last?.[0] === 'file' ? last[1] : null
  if (!(file instanceof File) || fields.length !== entries.length - 1) {
    const message = 'The body must end with exactly one file, in a field of that name.'
    return { fields, error: storageError(400, 'MalformedPOSTRequest', message) }
  }
  if (request.headers.has('authorization')) {
    const message = 'Only one auth mechanism allowed.'
    return { fields, error: storageError(400, 'InvalidArgument', message) }
  }
  const error = policies.check(bucket, fields, file.size)
  if (error === null) await store(state, new Map(fields), file)
  return { fields, error }
}

async function store(state: RoqState, fields: ReadonlyMap<string, string>, file: File) {
  const bytes = new Uint8Array(await file.arrayBuffer())
  state.objects.set(fields.get('key') ?? '', {
    bytes,
    contentType: fields.get('Content-Type') ?? '',
    sha256: createHash('sha256').update(bytes).digest('hex'),
  })
}
