import { makeFile } from 'loadline/testing'
import { describe, expect, it, vi } from 'vitest'
import { defineAdapter, storedFile, UploadError } from '../contract/index.js'
import type {
  AdapterDefinition,
  FileStatus,
  PutTicket,
  TransportInput,
  TransportResult,
  UploadQueueOptions,
  UploadRequest,
} from '../contract/index.js'
import { createManualClock } from './manual-clock.js'
import { passTime } from './pass-time.js'
import { createUploadQueue } from './upload-queue.js'

const fine: TransportResult = { etag: null, response: { status: 200, headers: {}, body: '' } }
const ticketFor = ({ clientId }: Pick<UploadRequest, 'clientId'>): PutTicket => ({
  kind: 'put',
  clientId,
  fileId: clientId,
  url: 'https://store.example/key',
  headers: {},
  expiresAt: '2026-01-01T00:15:00Z',
  serverTime: '2026-01-01T00:00:00Z',
  maxSize: null,
})
const fileOf = (request: UploadRequest, status: FileStatus = 'ready') =>
  storedFile({ id: request.clientId, name: request.name, status })
const files = (count: number) =>
  Array.from({ length: count }, (_, i) => makeFile({ name: `${i}`, size: 10 }))
const network = () => new UploadError('network', { status: 0 })

/** An answer that the test gives when it likes. */
function pending<T>() {
  let settle!: { resolve: (value: T) => void; reject: (error: Error) => void }
  const promise = new Promise<T>((resolve, reject) => (settle = { resolve, reject }))
  return { promise, ...settle }
}

/** Time stands until it is moved; every call answers as the test says, else well. */
function setUp(
  definition: Partial<AdapterDefinition> = {},
  options: Partial<UploadQueueOptions> = {},
) {
  const clock = createManualClock(1_000_000)
  const send = vi.fn((_input: TransportInput<PutTicket>) => Promise.resolve(fine))
  const adapter = defineAdapter({
    name: 'test',
    createUpload: vi.fn((request: UploadRequest) => Promise.resolve(ticketFor(request))),
    renewTicket: vi.fn((ref: { clientId: string }) => Promise.resolve(ticketFor(ref))),
    finalizeUpload: ({ request }) => Promise.resolve(fileOf(request)),
    ...definition,
    features: { createIsIdempotent: true, finalizeIsIdempotent: true, ...definition.features },
  })
  const queue = createUploadQueue({
    adapter,
    clock,
    transports: [{ kind: 'put', canPause: false, send }],
    ...options,
  })
  const disconnect = queue.connect()
  const task = (id: string | undefined) => queue.getTask(id ?? '')
  const reach = (id: string | undefined, expected: object) =>
    vi.waitFor(() => expect(task(id)).toMatchObject(expected))
  return { adapter, clock, queue, disconnect, send, task, reach }
}

describe('waits', () => {
  it('a backoff lasts as long as the server asked, through a disconnect too', async () => {
    const { clock, queue, disconnect, send, task, reach } = setUp()
    const busy = new UploadError('server', { retryAt: 1_060_000 })
    send.mockRejectedValueOnce(busy)
    const { ids } = queue.add(files(1))
    await reach(ids[0], { status: 'waiting', reason: 'backoff', retryAt: 1_060_000 })
    clock.advance(30_000)
    disconnect()
    clock.advance(10)
    queue.connect()
    clock.advance(29_000)
    expect(task(ids[0])?.status).toBe('waiting')
    clock.advance(1_000)
    await reach(ids[0], { status: 'ready', generation: 1 })
  })

  it('a network that is back does not end a backoff early', async () => {
    let tell = (): void => undefined
    let isOnline = true
    const connectivity = {
      isOnline: () => isOnline,
      subscribe: (listener: () => void) => {
        tell = listener
        return () => undefined
      },
    }
    const { clock, queue, send, task, reach } = setUp({}, { connectivity })
    const held = pending<TransportResult>()
    send.mockReturnValueOnce(held.promise)
    const { ids } = queue.add(files(1))
    await reach(ids[0], { status: 'uploading' })
    held.reject(new UploadError('server', { retryAt: 1_060_000 }))
    await reach(ids[0], { reason: 'backoff' })
    isOnline = false
    tell()
    isOnline = true
    tell()
    await Promise.resolve()
    expect(task(ids[0])).toMatchObject({ status: 'waiting', reason: 'backoff' })
    clock.advance(60_000)
    await reach(ids[0], { status: 'ready' })
  })

  it('a retry by hand has all its attempts again', async () => {
    const { clock, queue, send, reach } = setUp({}, { retry: { attemptsPerPart: 2 } })
    for (let i = 0; i < 3; i += 1) send.mockRejectedValueOnce(network())
    const { ids } = queue.add(files(1))
    await reach(ids[0], { reason: 'backoff' })
    clock.advance(1_000)
    await reach(ids[0], { status: 'failed', error: { code: 'network' } })
    queue.retry(ids)
    await reach(ids[0], { reason: 'backoff' })
    clock.advance(1_000)
    await reach(ids[0], { status: 'ready', generation: 1 })
  })
})

describe('transfers', () => {
  it('a destroyed queue leaves no upload that waits for anything', async () => {
    const { queue, send, reach } = setUp({}, { concurrency: 1 })
    send.mockReturnValue(new Promise(() => undefined))
    const { ids } = queue.add(files(3))
    await reach(ids[0], { status: 'uploading' })
    queue.pause(ids[2] ?? '')
    const settled = queue.whenSettled(ids)
    queue.destroy()
    expect(await settled).toEqual({ ready: [], failed: [], cancelled: ids })
  })

  it.each(['pause', 'cancel', 'remove'] as const)('%s ends one that runs', async (command) => {
    const { queue, send, reach } = setUp()
    send.mockReturnValueOnce(new Promise(() => undefined))
    const { ids } = queue.add(files(1))
    await reach(ids[0], { status: 'uploading' })
    const signal = send.mock.calls[0]?.[0].signal
    expect(signal?.aborted).toBe(false)
    queue[command](ids)
    expect(signal?.aborted).toBe(true)
  })

  it('one that stands still is begun anew', async () => {
    const { clock, queue, send, reach } = setUp()
    send.mockImplementationOnce(async ({ signal, acquireSlot, ticket }) => {
      const leave = await acquireSlot(ticket.url)
      return new Promise((_, reject) => {
        signal.addEventListener('abort', () => {
          leave()
          reject(new UploadError('cancelled'))
        })
      })
    })
    const { ids } = queue.add(files(1))
    await vi.waitFor(() => expect(send).toHaveBeenCalledTimes(1))
    await new Promise((resolve) => setTimeout(resolve, 5))
    for (let i = 0; i < 31; i += 1) clock.advance(1_000)
    await reach(ids[0], { status: 'waiting', reason: 'backoff' })
    clock.advance(1_000)
    await reach(ids[0], { status: 'ready' })
    expect(send).toHaveBeenCalledTimes(2)
  })

  it('a store that is silent to a ticket older than its life wants a new signature', async () => {
    const { adapter, clock, queue, send, reach } = setUp()
    send.mockImplementationOnce(() => {
      clock.advance(901_000)
      return Promise.reject(network())
    })
    send.mockRejectedValueOnce(network())
    const { ids } = queue.add(files(1))
    await reach(ids[0], { status: 'waiting', reason: 'backoff' })
    expect(adapter.renewTicket).toHaveBeenCalledTimes(1)
    expect(send).toHaveBeenCalledTimes(2)
  })

  it('a pause that outlasts the ticket renews it', async () => {
    const { adapter, clock, queue, send, reach } = setUp()
    send.mockReturnValueOnce(new Promise(() => undefined))
    const { ids } = queue.add(files(1))
    await reach(ids[0], { status: 'uploading' })
    queue.pause(ids)
    clock.advance(841_000)
    queue.resume(ids)
    await reach(ids[0], { status: 'ready', generation: 1 })
    expect(adapter.renewTicket).toHaveBeenCalledTimes(1)
    expect(adapter.createUpload).toHaveBeenCalledTimes(1)
  })

  it("the adapter's rotating token goes to its own origins alone", async () => {
    const storeHeaders = vi.fn(() => Promise.resolve({ Authorization: 'Bearer token' }))
    const seen: unknown[] = []
    for (const apiOrigins of [[], ['https://store.example']]) {
      const { queue, send } = setUp({ storeHeaders, features: { apiOrigins } })
      send.mockImplementationOnce(async ({ headersFor, ticket }) => {
        seen.push(await headersFor(ticket.url))
        return fine
      })
      const { ids } = queue.add(files(1))
      await queue.whenSettled(ids)
    }
    expect(seen).toEqual([{}, { Authorization: 'Bearer token' }])
  })

  it('a file is prepared once, however often it is sent', async () => {
    const prepareFile = vi.fn((file: File) => file)
    const { clock, queue, send, reach } = setUp({}, { prepareFile })
    send.mockRejectedValueOnce(network())
    const { ids } = queue.add(files(1))
    await reach(ids[0], { reason: 'backoff' })
    clock.advance(1_000)
    await reach(ids[0], { status: 'ready' })
    expect(prepareFile).toHaveBeenCalledTimes(1)
  })
})

describe('the backend', () => {
  it('gets a ref back that holds no address and no header', async () => {
    const finalizeUpload = vi.fn(({ request }: { request: UploadRequest }) =>
      Promise.resolve(fileOf(request)),
    )
    const { queue } = setUp({ finalizeUpload })
    const { ids } = queue.add(files(1))
    await queue.whenSettled(ids)
    const refs = finalizeUpload.mock.calls.map(([stored]) => (stored as { ref?: unknown }).ref)
    const clientId = queue.getTask(ids[0] ?? '')?.clientId
    expect(refs).toEqual([{ clientId, kind: 'put', fileId: clientId }])
  })

  it('that still waits for the bytes is asked again, and has a last word', async () => {
    const finalizeUpload = vi.fn(({ request }: { request: UploadRequest }) =>
      Promise.resolve(fileOf(request, 'upload_pending')),
    )
    const retry = { attemptsPerFinalize: 2 }
    const { clock, queue, send, reach } = setUp({ finalizeUpload }, { retry })
    const { ids } = queue.add(files(1))
    await reach(ids[0], { status: 'waiting', resumeTo: 'finalize' })
    clock.advance(1_000)
    await reach(ids[0], { status: 'failed', step: 'finalize' })
    expect(finalizeUpload).toHaveBeenCalledTimes(2)
    expect(send).toHaveBeenCalledTimes(1)
  })

  it('is told again of a file that was dropped, where the line was dead', async () => {
    const abandonUpload = vi.fn(() => Promise.resolve())
    abandonUpload.mockRejectedValueOnce(network())
    const { clock, queue, send, reach } = setUp({ abandonUpload })
    send.mockReturnValueOnce(new Promise(() => undefined))
    const { ids } = queue.add(files(1))
    await reach(ids[0], { status: 'uploading' })
    queue.cancel(ids)
    await vi.waitFor(() => expect(abandonUpload).toHaveBeenCalledTimes(1))
    await new Promise((resolve) => setTimeout(resolve, 5))
    clock.advance(2_000)
    await vi.waitFor(() => expect(abandonUpload).toHaveBeenCalledTimes(2))
    clock.advance(600_000)
    expect(abandonUpload).toHaveBeenCalledTimes(2)
  })

  it('with more than 200 stored files to confirm gets no new ones', async () => {
    const answer = pending<void>()
    const { clock, queue, send } = setUp(
      { finalizeUpload: ({ request }) => answer.promise.then(() => fileOf(request)) },
      { concurrency: 10 },
    )
    const { ids } = queue.add(files(250))
    await vi.waitFor(() => expect(queue.getTotals().counts.finalizing).toBeGreaterThan(200))
    await passTime(clock, 5)
    expect(send.mock.calls.length).toBeLessThanOrEqual(211)
    answer.resolve(undefined)
    expect(await queue.whenSettled(ids)).toMatchObject({ ready: ids })
  })

  it('is asked for a file in processing ever less often', async () => {
    const getFile = vi.fn((id: string) =>
      Promise.resolve(storedFile({ id, name: id, status: 'processing' })),
    )
    const { clock, queue, reach } = setUp({
      getFile,
      finalizeUpload: ({ request }) => Promise.resolve(fileOf(request, 'processing')),
    })
    const { ids } = queue.add(files(1))
    await reach(ids[0], { status: 'processing', isLate: false })
    for (let second = 0; second < 120; second += 1) {
      clock.advance(1_000)
      await new Promise((resolve) => setImmediate(resolve))
    }
    expect(getFile.mock.calls.length).toBeLessThanOrEqual(9)
    expect(getFile.mock.calls.length).toBeGreaterThan(5)
    await reach(ids[0], { status: 'processing', isLate: true })
    queue.cancel(ids)
  })
})
