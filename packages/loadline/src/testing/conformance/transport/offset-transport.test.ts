import { describe, expect, it } from 'vitest'
import {
  UploadError,
  type Headers,
  type StoreResponse,
  type UploadTicket,
  type UploadTransport,
} from '../../../core/index.js'
import { describeTransport } from '../../vitest.js'
import { runTransportCase } from './transport-case.js'
import { transportCases } from './transport-cases.js'
import type { SeenRequest, TransportInstance } from './transport-subject.js'

type OffsetInput = Parameters<UploadTransport<'x-offset'>['send']>[0]

/** A store that takes a file piece by piece, each at the offset where the one before ended. */
class OffsetStore {
  readonly requests: SeenRequest[] = []
  #pieces: Blob[] = []
  #isRefusing = false
  #gate: Promise<void> = Promise.resolve()
  #open = (): void => undefined

  get offset(): number {
    return this.#pieces.reduce((total, { size }) => total + size, 0)
  }

  get bytes(): Blob {
    return new Blob(this.#pieces)
  }

  refuse(): void {
    this.#isRefusing = true
  }

  hold(): void {
    this.#gate = new Promise((resolve) => (this.#open = resolve))
  }

  release(): void {
    this.#open()
  }

  async append(
    url: string,
    headers: Headers,
    body: Blob,
    signal: AbortSignal,
  ): Promise<StoreResponse> {
    await Promise.race([this.#gate, aborted(signal)])
    if (signal.aborted) throw new UploadError('cancelled')
    if (this.#isRefusing) return { status: 403, headers: {}, body: '' }
    this.requests.push({ url, headers })
    if (headers['upload-offset'] !== `${this.offset}`) return { status: 409, headers: {}, body: '' }
    this.#pieces.push(body)
    return { status: 204, headers: { 'upload-offset': `${this.offset}` }, body: '' }
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve()
    else signal.addEventListener('abort', () => resolve(), { once: true })
  })
}

interface Bugs {
  readonly keepsSlot?: boolean
  readonly startsOver?: boolean
  readonly throwsOnRefusal?: boolean
  readonly overcounts?: boolean
  readonly ignoresAbort?: boolean
  readonly dropsHeaders?: boolean
}

function offsetTransport(store: OffsetStore, bugs: Bugs = {}): UploadTransport<'x-offset'> {
  return {
    kind: 'x-offset',
    canPause: true,
    async send(input) {
      const release = await input.acquireSlot(input.ticket.url)
      try {
        return { response: await sendPieces(input, store, bugs), etag: null }
      } finally {
        if (bugs.keepsSlot !== true) release()
      }
    },
  }
}

async function sendPieces(
  input: OffsetInput,
  store: OffsetStore,
  bugs: Bugs,
): Promise<StoreResponse> {
  const { file, ticket, ref } = input
  let offset = bugs.startsOver === true ? 0 : Number(ref.state ?? 0)
  let response: StoreResponse = { status: 204, headers: {}, body: '' }
  do {
    const piece = file.slice(offset, offset + 400)
    const signal = bugs.ignoresAbort === true ? new AbortController().signal : input.signal
    const own = bugs.dropsHeaders === true ? {} : ticket.headers
    const rotating = await input.headersFor(ticket.url)
    const headers = { ...own, ...rotating, 'upload-offset': `${offset}` }
    response = await store.append(ticket.url, headers, piece, signal)
    if (response.status >= 400 && bugs.throwsOnRefusal === true) throw new UploadError('forbidden')
    if (response.status >= 400) return response
    offset += piece.size
    input.onProgress(offset + (bugs.overcounts === true ? 1 : 0))
    input.onRef({ ...ref, state: offset })
  } while (offset < file.size)
  return response
}

function createTransport(bugs: Bugs = {}): Promise<TransportInstance> {
  const store = new OffsetStore()
  let size = 0
  return Promise.resolve({
    transport: offsetTransport(store, bugs),
    createTicket(file) {
      size = file.size
      return Promise.resolve(ticketFor(file))
    },
    readBytes: () => {
      const isWhole = store.requests.length > 0 && store.offset === size
      return Promise.resolve(isWhole ? store.bytes : null)
    },
    acceptedBytes: () => store.offset,
    refuse: () => store.refuse(),
    hold: () => store.hold(),
    release: () => store.release(),
    requests: () => store.requests,
  })
}

function ticketFor(file: File): UploadTicket {
  return {
    kind: 'x-offset',
    clientId: crypto.randomUUID(),
    fileId: file.name,
    url: 'https://store.example/uploads/1',
    headers: { 'x-ticket': 'as given' },
    expiresAt: null,
    serverTime: null,
    maxSize: null,
  }
}

describeTransport('x-offset', { createTransport: () => createTransport(), partSize: 1_000 })

describe('bugs planted in a transport', () => {
  it.each<[string, Bugs]>([
    ['takes a slot for what it sends, and gives it back', { keepsSlot: true }],
    [
      'is whole when it is sent again after an abort, without what survives a pause',
      { startsOver: true },
    ],
    ['takes an error of the store for an answer, not for an exception', { throwsOnRefusal: true }],
    ['tells of progress that only grows, up to the size', { overcounts: true }],
    ['sends nothing when it was aborted before', { ignoresAbort: true }],
    ['sends the headers of the ticket as given, and those that rotate', { dropsHeaders: true }],
  ])('are found by: %s', async (name, bugs) => {
    const cases = Object.values(transportCases).flat()
    const subject = { createTransport: () => createTransport(bugs) }
    const results = await Promise.allSettled(cases.map((one) => runTransportCase(one, subject)))
    const found = cases.filter((_, index) => results[index]?.status === 'rejected')
    expect(found.map((one) => one.name)).toContain(name)
  })
})
