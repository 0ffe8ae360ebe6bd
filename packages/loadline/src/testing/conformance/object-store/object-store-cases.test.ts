import { describe, expect, it } from 'vitest'
import { describeObjectStore } from '../../vitest.js'
import { runObjectStoreCase } from './object-store-case.js'
import { objectStoreCases } from './object-store-cases.js'
import type { ObjectStoreInstance, SentPart, StoreGrant } from './object-store-subject.js'

/** What a broken store does not look at. */
type Blind = 'signature' | 'expiry' | 'length' | 'type' | 'checksum' | 'method' | 'cors' | 'etags'

const pageOrigin = 'https://app.example'
const cors = {
  'access-control-allow-origin': pageOrigin,
  'access-control-expose-headers': 'ETag',
  'access-control-allow-methods': 'PUT, POST',
  'access-control-allow-headers': 'content-type, x-checksum',
}

async function digest(value: string | Blob): Promise<string> {
  const bytes = await new Blob([value]).arrayBuffer()
  const hash = await crypto.subtle.digest('SHA-256', bytes)
  return btoa(String.fromCharCode(...new Uint8Array(hash)))
}

/** A store behind a `fetch` of its own: signatures are a hash with a secret. */
class FakeStore {
  readonly objects = new Map<string, Blob>()
  readonly parts = new Map<string, Map<number, Blob>>()
  readonly #blind: Blind | undefined

  constructor(blind?: Blind) {
    this.#blind = blind
  }

  async sign(method: string, grant: StoreGrant, more: Record<string, string> = {}) {
    const params = new URLSearchParams({
      type: grant.contentType,
      size: `${grant.size}`,
      checksum: grant.checksum ?? '',
      expires: `${grant.expiresAt}`,
      ...more,
    })
    const signature = await this.#signatureOf(method, grant.key, params)
    params.set('signature', signature)
    return { key: grant.key, params }
  }

  async fetch(address: string, { method = 'GET', headers, body }: RequestInit): Promise<Response> {
    const own = this.#blind === 'cors' ? {} : cors
    if (method === 'OPTIONS') return new Response(null, { status: 204, headers: own })
    const url = new URL(address)
    const form = body instanceof FormData ? body : undefined
    const text = (name: string): string => {
      const value = form?.get(name)
      return typeof value === 'string' ? value : ''
    }
    const names = [...(form?.keys() ?? [])].filter((name) => name !== 'file' && name !== 'key')
    const params = form
      ? new URLSearchParams(names.map((name) => [name, text(name)]))
      : url.searchParams
    const key = form ? text('key') : url.pathname.slice(1)
    const file = (form?.get('file') ?? body) as Blob
    const type = form ? undefined : (new Headers(headers).get('content-type') ?? undefined)
    const refusal = await this.#refuse({ method, key, params, file, type })
    if (refusal !== null) return new Response(refusal, { status: 403, headers: own })
    const part = params.get('part')
    if (part === null) this.objects.set(key, file)
    else this.parts.get(params.get('upload') ?? '')?.set(Number(part), file)
    return new Response(null, { status: 200, headers: { ...own, etag: `"${await digest(file)}"` } })
  }

  async complete(key: string, uploadId: string, sent: readonly SentPart[]): Promise<void> {
    const parts = this.parts.get(uploadId)
    const bodies = sent.map(({ partNumber }) => parts?.get(partNumber) ?? new Blob([]))
    for (const [index, body] of bodies.entries()) {
      const isSame = sent[index]?.etag === `"${await digest(body)}"`
      if (!isSame && this.#blind !== 'etags') throw new Error('InvalidPart')
    }
    this.objects.set(key, new Blob(bodies))
  }

  async #refuse(request: {
    readonly method: string
    readonly key: string
    readonly params: URLSearchParams
    readonly file: Blob
    readonly type: string | undefined
  }): Promise<string | null> {
    const { method, key, params, file, type } = request
    const signed = params.get('signature')
    const bare = new URLSearchParams([...params].filter(([name]) => name !== 'signature'))
    const blind = this.#blind
    const asked = blind === 'method' && method !== 'POST' ? 'PUT' : method
    if (blind !== 'signature' && signed !== (await this.#signatureOf(asked, key, bare)))
      return 'signature'
    if (blind === 'method' && method === 'DELETE') this.objects.delete(key)
    if (method === 'GET' || method === 'DELETE') return null
    if (blind !== 'expiry' && Number(params.get('expires')) < Date.now()) return 'expired'
    if (blind !== 'length' && `${file.size}` !== params.get('size')) return 'length'
    const upload = params.get('upload')
    if (upload !== null) return this.parts.has(upload) ? null : 'NoSuchUpload'
    if (blind !== 'type' && type !== undefined && type !== params.get('type')) return 'type'
    const checksum = params.get('checksum')
    const isOther = checksum !== '' && checksum !== (await digest(file))
    return isOther && blind !== 'checksum' ? 'checksum' : null
  }

  #signatureOf(method: string, key: string, params: URLSearchParams): Promise<string> {
    return digest(`a secret ${method} ${key} ${params.toString()}`)
  }
}

function createStore(blind?: Blind): Promise<ObjectStoreInstance> {
  const store = new FakeStore(blind)
  const address = ({ key, params }: Awaited<ReturnType<FakeStore['sign']>>) => ({
    url: `https://store.example/${key}?${params.toString()}`,
    headers: {},
  })
  return Promise.resolve({
    pageOrigin,
    newKey: () => crypto.randomUUID(),
    signPut: async (grant) => address(await store.sign('PUT', grant)),
    async signPost(grant) {
      const { key, params } = await store.sign('POST', grant)
      return { url: 'https://store.example/', fields: [['key', key], ...params], fileField: 'file' }
    },
    multipart: {
      minPartSize: 1_000,
      create() {
        const id = crypto.randomUUID()
        store.parts.set(id, new Map())
        return Promise.resolve(id)
      },
      async signPart({ uploadId, partNumber, ...grant }) {
        return address(await store.sign('PUT', grant, { upload: uploadId, part: `${partNumber}` }))
      },
      complete: (...args) => store.complete(...args),
      abort: (_key, uploadId) => Promise.resolve(void store.parts.delete(uploadId)),
    },
    readObject: (key) => Promise.resolve(store.objects.get(key) ?? null),
    fetch: (url, init) => store.fetch(url as string, init ?? {}),
  })
}

describeObjectStore('a fake', { createStore: () => createStore() })

describe('a store that does not look', () => {
  it.each<[Blind, string]>([
    ['signature', 'PUT: refuses a request of which anything signed was changed'],
    ['expiry', 'PUT: refuses an expired request'],
    ['expiry', 'POST: refuses an expired form'],
    ['length', 'PUT: refuses 101 bytes where 100 were signed'],
    ['length', 'POST: refuses 99 bytes where 100 were signed'],
    ['length', 'parts: refuses a part of another length'],
    ['type', 'PUT: refuses another type'],
    ['checksum', 'PUT: refuses bytes with another checksum than was asked'],
    ['method', 'PUT: is no permission to read or to delete'],
    ['cors', 'CORS: lets a page read the ETag'],
    ['etags', 'parts: makes no object of parts that it does not have so'],
  ])('at %s is found by: %s', async (blind, name) => {
    const cases = Object.values(objectStoreCases).flat()
    const subject = { createStore: () => createStore(blind) }
    const results = await Promise.allSettled(cases.map((one) => runObjectStoreCase(one, subject)))
    const found = cases.filter((_, index) => results[index]?.status === 'rejected')
    expect(found.map((one) => one.name)).toContain(name)
  })
})
