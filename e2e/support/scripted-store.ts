import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { keepAliveTimeout } from './keep-alive-timeout.js'
import type { RoomLedger, RoomScript, ScriptedAnswer } from './scripted-room.js'

interface Room {
  readonly script: RoomScript
  readonly ledger: RoomLedger
  readonly held: (() => void)[]
  atOnce: number
}

export interface ScriptedStore {
  readonly url: string
  close(): Promise<void>
}

/**
 * A store that answers as a test has written, and tells what it was sent. Each test has a room of its own:
 * `PUT /rooms/<room>` writes the script, `GET` reads the ledger, `POST` releases what is held; all else of
 * `/store/<room>/…` is the store.
 */
export async function serveScriptedStore(): Promise<ScriptedStore> {
  const rooms = new Map<string, Room>()
  const server = createServer({ keepAliveTimeout }, (request, response) => {
    const [, door, name = '', ...rest] = (request.url ?? '').split('?')[0]?.split('/') ?? []
    const answering =
      door === 'rooms'
        ? control(rooms, name, request, response)
        : store(rooms.get(name), rest.join('/'), request, response)
    answering.catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    // The host of the tests' page: its cookies would come along.
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    close() {
      server.closeAllConnections()
      return new Promise((resolve) => void server.close(() => resolve()))
    },
  }
}

async function control(
  rooms: Map<string, Room>,
  name: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  allow(response, true)
  const body = await buffer(request)
  const room = rooms.get(name)
  if (request.method === 'PUT') {
    const ledger = { requests: [], mostAtOnce: 0 }
    const script = JSON.parse(body.toString()) as RoomScript
    rooms.set(name, { script, ledger, held: [], atOnce: 0 })
  }
  if (request.method === 'POST') for (const release of room?.held.splice(0) ?? []) release()
  response.setHeader('content-type', 'application/json').end(JSON.stringify(room?.ledger ?? {}))
}

async function store(
  room: Room | undefined,
  path: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const cors = room?.script.cors ?? 'open'
  const isHidden = cors === 'hidden' && request.method !== 'OPTIONS'
  if (cors !== 'refused' && !isHidden) allow(response, cors === 'open')
  if (room === undefined || request.method === 'OPTIONS') {
    response.writeHead(cors === 'refused' ? 403 : 204).end()
    return
  }
  const { ledger, script } = room
  room.atOnce += 1
  ledger.mostAtOnce = Math.max(ledger.mostAtOnce, room.atOnce)
  const seen = { method: request.method ?? '', path, headers: request.headers, size: 0 }
  const entry: RoomLedger['requests'][number] = { ...seen, fields: null }
  ledger.requests.push(entry)
  const answer = script.answers?.[path]?.shift() ?? script.otherwise ?? {}
  // As soon as it stands in the ledger: a test that sees it there may release it.
  const released = answer.isHeld === true ? held(room) : undefined
  try {
    const body = await buffer(request)
    entry.size = body.length
    entry.fields = await fieldsOf(request, body)
    await released
    if (answer.delayMs !== undefined) {
      await new Promise((resolve) => setTimeout(resolve, answer.delayMs))
    }
  } finally {
    room.atOnce -= 1
  }
  reply(response, answer)
}

function held(room: Room): Promise<void> {
  return new Promise((resolve) => void room.held.push(resolve))
}

function reply(
  response: ServerResponse,
  { status = 200, headers = {}, body }: ScriptedAnswer,
): void {
  response.writeHead(status, { etag: '"e"', ...headers })
  if (status === 204) response.end()
  else response.end(body ?? '')
}

async function fieldsOf(
  { headers }: IncomingMessage,
  body: Buffer,
): Promise<RoomLedger['requests'][number]['fields']> {
  const type = headers['content-type'] ?? ''
  if (!type.startsWith('multipart/form-data')) return null
  const bytes = new Uint8Array(body)
  const form = await new Response(bytes, { headers: { 'content-type': type } }).formData()
  return Array.from(form.entries() as Iterable<[string, FormDataEntryValue]>, ([name, value]) =>
    typeof value === 'string'
      ? { name, value }
      : { name, fileName: value.name, type: value.type, size: value.size },
  )
}

function allow(response: ServerResponse, exposesEtag: boolean): void {
  response.setHeader('access-control-allow-origin', '*')
  response.setHeader('access-control-allow-methods', '*')
  response.setHeader('access-control-allow-headers', '*')
  if (exposesEtag) response.setHeader('access-control-expose-headers', 'ETag, Retry-After')
}
