import {
  defineAdapter,
  readRetryAfter,
  readShape,
  statusError,
  storedFile,
  UploadError,
  type BulkResult,
  type CallContext,
  type FileAdapter,
  type StoredFile,
  type UploadErrorCode,
} from 'loadline/core'

interface ShelfOptions {
  readonly baseUrl: string
  readonly getToken: () => string | Promise<string>
}

export function shelfAdapter(options: ShelfOptions): FileAdapter {
  const ask = createAsk(options)
  return defineAdapter({
    name: 'shelf',
    features: {
      cacheKey: `shelf:${options.baseUrl}`,
      finalizeIsIdempotent: true,
      canUndoFinalize: true,
      search: 'server',
      maxPageSize: 50,
    },
    async createUpload({ clientId, name, contentType, size }, ctx) {
      const answer = await ask(ctx, 'POST', '/uploads', { clientId, name, contentType, size })
      return {
        kind: 'put',
        clientId,
        fileId: answer.text('id'),
        url: answer.text('putUrl'),
        headers: { 'content-type': contentType },
        expiresAt: answer.text('expiresAt'),
        serverTime: answer.text('now'),
        maxSize: null,
      }
    },
    async finalizeUpload({ ref: { clientId, fileId } }, ctx) {
      return toFile((await ask(ctx, 'POST', `/uploads/${fileId}/done`, { clientId })).value)
    },
    async abandonUpload({ clientId, fileId }, _, ctx) {
      await ask(ctx, 'POST', '/uploads/abandon', { clientId, id: fileId })
    },
    async listFiles({ limit, cursor, offset, search, filter = {}, sort }, ctx) {
      const isFiltered = Object.values(filter).some((value) => value !== undefined)
      if (isFiltered || sort !== undefined || offset !== undefined) {
        throw new UploadError('unsupported', { message: 'Shelf lists the newest first, and all.' })
      }
      const query = new URLSearchParams({ limit: `${limit}`, q: search ?? '', after: cursor ?? '' })
      const page = await ask(ctx, 'GET', `/files?${query}`)
      const files = page.list('items').map(toFile)
      return { files, total: page.count('total'), nextCursor: page.textOrNull('next') }
    },
    async deleteFiles(ids, ctx) {
      const answer = await ask(ctx, 'POST', '/files/delete', { ids })
      return tellEach([...new Set(ids)], new Set(answer.list('deleted')))
    },
  })
}

/** The one way to the backend. */
function createAsk({ baseUrl, getToken }: ShelfOptions) {
  return async ({ signal }: CallContext, method: string, path: string, body?: object) => {
    const fail = (code: UploadErrorCode) => (cause: unknown) => {
      throw new UploadError(signal.aborted ? 'cancelled' : code, { cause })
    }
    const token = await (async () => getToken())().catch(fail('unauthenticated'))
    const headers = { authorization: `Bearer ${token}` }
    const init = { method, headers, signal, ...(body && { body: JSON.stringify(body) }) }
    const response = await fetch(baseUrl + path, init).catch(fail('network'))
    const answer = parse(await response.text().catch(fail('network')))
    if (!response.ok) throw refusal(response, answer)
    return readShape(answer, 'answer')
  }
}

/** `null`: a proxy's page, perhaps. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}

function toFile(item: unknown): StoredFile {
  const shape = readShape(item, 'file')
  return storedFile({
    id: shape.text('id'),
    clientId: shape.textOrNull('clientId'),
    name: shape.text('title'),
    contentType: shape.text('mime'),
    size: shape.count('bytes'),
    status: 'ready',
    url: shape.text('href'),
    createdAt: shape.text('at'),
  })
}

function tellEach(ids: readonly string[], deleted: ReadonlySet<unknown>): BulkResult {
  const failed = ids.filter((id) => !deleted.has(id))
  return {
    done: ids.filter((id) => deleted.has(id)),
    failed: failed.map((id) => ({ id, error: new UploadError('not-found') })),
  }
}

function refusal({ status, headers }: Response, answer: unknown): UploadError {
  const { code, message } = (answer ?? {}) as { code?: string; message?: string }
  const retryAt = readRetryAfter(headers.get('retry-after'), Date.now())
  const options = { message, status, retryAt }
  return code === 'shelf_full' ? new UploadError('quota', options) : statusError(status, options)
}
