import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

interface ShelfItem {
  readonly id: string
  readonly number: number
  readonly clientId: string
  readonly title: string
  readonly mime: string
  readonly at: string
  bytes: Buffer | null
  isDone: boolean
}

interface Answer {
  readonly status?: number
  readonly body?: object
  readonly bytes?: Buffer
}

type Body = Readonly<Partial<Record<'clientId' | 'id' | 'name' | 'contentType', string>>> & {
  readonly size?: number
  readonly ids?: readonly string[]
}

const ticketLifeMs = 60_000
const maxSize = 1_000_000
const missing: Answer = {
  status: 404,
  body: { code: 'missing', message: 'There is no such thing' },
}

/** A backend that knows nothing of Loadline: it signs, takes bytes, and keeps them in memory. */
class Shelf {
  readonly #origin: () => string
  #items: readonly ShelfItem[] = []

  constructor(origin: () => string) {
    this.#origin = origin
  }

  handle(method: string, url: URL, bytes: Buffer, token: string): Answer {
    const [, first = '', second = '', third] = url.pathname.split('/').map(decodeURIComponent)
    if (first === 'bytes') return this.#bytes(method, second, bytes)
    if (token !== 'Bearer token') return { status: 401, body: { message: 'Who is it?' } }
    const body = bytes.length === 0 ? {} : (JSON.parse(String(bytes)) as Body)
    if (first === 'uploads') {
      if (second === '') return this.#sign(body)
      return third === 'done' ? this.#finish(second, body) : this.#abandon(body)
    }
    return second === 'delete' ? this.#delete(body) : this.#list(url.searchParams)
  }

  #sign({ clientId = '', name = '', contentType = '', size = 0 }: Body): Answer {
    if (size > maxSize) return { status: 413, body: { code: 'too_big', message: 'It is too big' } }
    const now = Date.now()
    const id = crypto.randomUUID()
    const number = (this.#items[0]?.number ?? 0) + 1
    const about = {
      id,
      number,
      clientId,
      title: name,
      mime: contentType,
      at: new Date(now).toISOString(),
    }
    this.#items = [{ ...about, bytes: null, isDone: false }, ...this.#items]
    const expiresAt = new Date(now + ticketLifeMs).toISOString()
    const putUrl = `${this.#origin()}/bytes/${id}?signature=secret`
    return { status: 201, body: { id, putUrl, expiresAt, now: new Date(now).toISOString() } }
  }

  /** What it is told of an upload proves nothing: its own rows say whose it is, and whether it has come. */
  #finish(id: string, { clientId }: Body): Answer {
    const item = this.#items.find((one) => one.id === id && one.clientId === clientId)
    if (item === undefined) return missing
    if (item.bytes === null) return { status: 422, body: { message: 'No bytes have come' } }
    item.isDone = true
    return { body: this.#show(item) }
  }

  #abandon({ clientId, id }: Body): Answer {
    const item = this.#items.find((one) => one.clientId === clientId && (id ?? one.id) === one.id)
    if (item !== undefined) this.#remove(item)
    return { body: {} }
  }

  #list(query: URLSearchParams): Answer {
    const pattern = (query.get('q') ?? '').replaceAll('%', '.*').replaceAll('_', '.')
    const found = this.#items.filter(
      ({ title, isDone }) => isDone && new RegExp(pattern, 'i').test(title),
    )
    const after = query.get('after') ?? ''
    const start = after === '' ? 0 : found.findIndex(({ number }) => number < Number(after))
    if (Number.isNaN(Number(after))) return { status: 400, body: { message: 'No such place' } }
    const items = start === -1 ? [] : found.slice(start, start + Number(query.get('limit')))
    const last = items.at(-1)
    const hasMore = last !== undefined && last !== found.at(-1)
    const next = hasMore ? String(last.number) : null
    return { body: { items: items.map((item) => this.#show(item)), total: found.length, next } }
  }

  #delete({ ids = [] }: Body): Answer {
    const found = this.#items.filter(({ id, isDone }) => isDone && ids.includes(id))
    for (const item of found) this.#remove(item)
    return { body: { deleted: found.map(({ id }) => id) } }
  }

  #bytes(method: string, id: string, bytes: Buffer): Answer {
    const item = this.#items.find((one) => one.id === id)
    if (item === undefined) return missing
    if (method === 'PUT') item.bytes = bytes
    return { bytes: item.bytes ?? Buffer.alloc(0) }
  }

  #remove(item: ShelfItem): void {
    this.#items = this.#items.filter((one) => one !== item)
  }

  #show({ id, clientId, title, mime, at, bytes }: ShelfItem) {
    const href = `${this.#origin()}/bytes/${id}`
    return { id, clientId, title, mime, at, bytes: bytes?.length ?? 0, href }
  }
}

export interface ServedShelf {
  readonly url: string
  close(): Promise<void>
}

export async function serveShelf(): Promise<ServedShelf> {
  let origin = ''
  const shelf = new Shelf(() => origin)
  const server = createServer((incoming, outgoing) => {
    void readAll(incoming).then((sent) => {
      const { method = '', url = '', headers } = incoming
      const address = new URL(url, origin)
      const answer = shelf.handle(method, address, sent, headers.authorization ?? '')
      const { status = 200, body, bytes = Buffer.from(JSON.stringify(body)) } = answer
      outgoing.writeHead(status).end(bytes)
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url: origin,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => void server.close(() => resolve()))
    },
  }
}

async function readAll(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return Buffer.concat(chunks)
}
