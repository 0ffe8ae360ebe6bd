import { makeFile } from 'loadline/testing'
import { describe, expect, it, vi } from 'vitest'
import { defineAdapter, storedFile, UploadError } from '../contract/index.js'
import type {
  AdapterDefinition,
  PutTicket,
  StoreResponse,
  UploadQueueOptions,
  UploadRequest,
  UploadTransport,
} from '../contract/index.js'
import { createUploadQueue } from './upload-queue.js'

/** A backend of a few lines whose every answer a test can choose. */
function setUp(
  definition: Partial<AdapterDefinition> = {},
  options: Partial<UploadQueueOptions> = {},
) {
  const answers: StoreResponse[] = []
  const sent: string[] = []
  const ticketFor = (request: Pick<UploadRequest, 'clientId'>, url = 'first'): PutTicket => ({
    kind: 'put',
    clientId: request.clientId,
    fileId: request.clientId,
    url: `https://store.example/${url}`,
    headers: {},
    expiresAt: '2026-01-01T00:15:00Z',
    serverTime: '2026-01-01T00:00:00Z',
    maxSize: null,
  })
  const transport: UploadTransport<'put'> = {
    kind: 'put',
    canPause: false,
    async send({ ticket, acquireSlot }) {
      const leave = await acquireSlot(ticket.url)
      sent.push(new URL(ticket.url).pathname.slice(1))
      leave()
      return { etag: null, response: answers.shift() ?? { status: 200, headers: {}, body: '' } }
    },
  }
  const createUpload = vi.fn((request: UploadRequest) => Promise.resolve(ticketFor(request)))
  const renewTicket = vi.fn((ref: { clientId: string }) =>
    Promise.resolve(ticketFor(ref, 'renewed')),
  )
  const adapter = defineAdapter({
    name: 'test',
    createUpload,
    renewTicket,
    finalizeUpload: ({ ref, request }) =>
      Promise.resolve(storedFile({ id: ref.clientId, name: request.name, status: 'ready' })),
    ...definition,
    features: { createIsIdempotent: true, finalizeIsIdempotent: true, ...definition.features },
  })
  const queue = createUploadQueue({
    adapter,
    transports: [transport],
    retry: { baseDelayMs: 1 },
    ...options,
  })
  queue.connect()
  return { queue, answers, sent, createUpload, renewTicket, ticketFor }
}

const files = (count: number) =>
  Array.from({ length: count }, (_, i) => makeFile({ name: `${i}`, size: 10 }))
const refusal = (message: string): StoreResponse => ({
  status: 403,
  headers: {},
  body: `<Error><Code>AccessDenied</Code><Message>${message}</Message></Error>`,
})

describe('signatures', () => {
  it.each(['Request has expired', 'Access Denied'])(
    'the first "%s" is answered by a new signature, and costs no attempt',
    async (message) => {
      const { queue, answers, sent } = setUp({}, { retry: { attemptsPerPart: 1 } })
      answers.push(refusal(message))
      const { ids } = queue.add(files(1))
      expect(await queue.whenSettled(ids)).toMatchObject({ ready: ids })
      expect(sent).toEqual(['first', 'renewed'])
    },
  )

  it('the second refusal is meant: forbidden, after two requests', async () => {
    const { queue, answers, sent, renewTicket } = setUp()
    answers.push(refusal('no'), refusal('no'), refusal('no'))
    const { ids } = queue.add(files(1))
    await queue.whenSettled(ids)
    expect(queue.getTask(ids[0] ?? '')).toMatchObject({ error: { code: 'forbidden' } })
    expect(sent).toHaveLength(2)
    expect(renewTicket).toHaveBeenCalledTimes(1)
  })

  it('without renewTicket the upload is created again, under the same clientId', async () => {
    const { queue, answers, createUpload } = setUp({ renewTicket: undefined })
    answers.push(refusal('Request has expired'))
    const { ids } = queue.add(files(1))
    await queue.whenSettled(ids)
    const clientIds = createUpload.mock.calls.map(([request]) => request.clientId)
    expect(clientIds).toEqual([clientIds[0], clientIds[0]])
  })
})

it('a retry after a dead network has a signature of its own', async () => {
  const { queue, answers, sent } = setUp()
  answers.push({ status: 503, headers: {}, body: '' })
  const { ids } = queue.add(files(1))
  await queue.whenSettled(ids)
  expect(sent).toEqual(['first', 'renewed'])
})

describe('batches and look-ahead', () => {
  const many = () =>
    vi.fn((requests: readonly UploadRequest[]) =>
      Promise.resolve(requests.map((request) => ({ ok: true, value: ticket(request) }) as const)),
    )
  const ticket = (request: UploadRequest) => setUp().ticketFor(request)

  it('what starts together is signed and finalised together', async () => {
    const createUploads = many()
    const finalizeUploads = vi.fn((uploads: readonly { request: UploadRequest }[]) =>
      Promise.resolve(
        uploads.map(({ request }) => ({
          ok: true as const,
          value: storedFile({ id: request.clientId, name: request.name, status: 'ready' }),
        })),
      ),
    )
    const { queue } = setUp({ createUploads, finalizeUploads }, { concurrency: 4 })
    const { ids } = queue.add(files(4))
    expect(await queue.whenSettled(ids)).toMatchObject({ ready: ids })
    expect(createUploads.mock.calls.map(([requests]) => requests.length)).toEqual([4])
    expect(finalizeUploads.mock.calls.length).toBeLessThanOrEqual(2)
  })

  it('tickets are asked for ahead where something sweeps unused ones, and given up when not used', async () => {
    const abandonUpload = vi.fn(() => Promise.resolve())
    const { queue, createUpload } = setUp(
      { features: { lookAhead: true }, abandonUpload },
      { concurrency: 1 },
    )
    const first = queue.add(files(1))
    await queue.whenSettled(first.ids)
    queue.pause()
    const { ids } = queue.add(files(5).slice(1))
    expect(createUpload).toHaveBeenCalledTimes(1)
    queue.hold()
    queue.resume()
    queue.release(ids.slice(0, 3))
    await queue.whenSettled(ids.slice(0, 3))
    expect(createUpload).toHaveBeenCalledTimes(4)
    queue.cancel(ids[3] ?? '')
    expect(abandonUpload).not.toHaveBeenCalled()
  })

  it('nothing is signed ahead where the adapter says no', async () => {
    const { queue, createUpload } = setUp({ features: { lookAhead: false } }, { concurrency: 1 })
    const { ids } = queue.add(files(3))
    await queue.whenSettled([ids[0] ?? ''])
    expect(createUpload.mock.calls.length).toBeLessThanOrEqual(2)
  })
})

describe('a finalise that was not answered', () => {
  const lost = () => Promise.reject(new UploadError('network'))
  const features = { finalizeIsIdempotent: false }

  it.each([
    ['finalized', 'ready'],
    ['unknown', 'failed'],
  ] as const)('is looked up where it must not be repeated: %s → %s', async (state, status) => {
    const finalizeUpload = vi.fn(lost)
    const file = storedFile({ id: 'f', name: 'f', status: 'ready' })
    const { queue } = setUp({
      features,
      finalizeUpload,
      lookupUpload: () => Promise.resolve({ state, file: state === 'finalized' ? file : null }),
    })
    const { ids } = queue.add(files(1))
    await queue.whenSettled(ids)
    expect(queue.getTask(ids[0] ?? '')?.status).toBe(status)
    expect(finalizeUpload).toHaveBeenCalledTimes(1)
  })

  it('ends unconfirmed where nobody can tell, and is not given up', async () => {
    const abandonUpload = vi.fn(() => Promise.resolve())
    const { queue } = setUp({ features, finalizeUpload: lost, abandonUpload })
    const { ids } = queue.add(files(1))
    await queue.whenSettled(ids)
    expect(queue.getTask(ids[0] ?? '')).toMatchObject({
      status: 'failed',
      error: { code: 'unconfirmed', isRetryable: false },
    })
    expect(abandonUpload).not.toHaveBeenCalled()
  })
})

describe('processing', () => {
  it('is followed until the file is ready, and counts as done unless one waits for more', async () => {
    const file = (status: 'processing' | 'ready') => storedFile({ id: 'f', name: 'f', status })
    let now: 'processing' | 'ready' = 'processing'
    const getFile = vi.fn(() => Promise.resolve(file(now)))
    const { queue } = setUp({ getFile, finalizeUpload: () => Promise.resolve(file('processing')) })
    const { ids } = queue.add(files(1))
    await queue.whenSettled(ids)
    expect(queue.getTask(ids[0] ?? '')?.status).toBe('processing')
    now = 'ready'
    await queue.whenSettled(ids, { until: 'ready' })
    expect(queue.getTask(ids[0] ?? '')?.status).toBe('ready')
    expect(getFile).toHaveBeenCalledTimes(1)
  })

  it('that ends in nothing fails', async () => {
    const { queue } = setUp({
      getFile: () => Promise.reject(new UploadError('not-found')),
      finalizeUpload: () =>
        Promise.resolve(storedFile({ id: 'f', name: 'f', status: 'processing' })),
    })
    const { ids } = queue.add(files(1))
    await queue.whenSettled(ids, { until: 'ready' })
    expect(queue.getTask(ids[0] ?? '')).toMatchObject({ status: 'failed', step: 'process' })
  })

  it('that ends in an error says what the backend gives as its reason', async () => {
    const infected = { id: 'f', name: 'f', status: 'error', statusReason: 'infected' } as const
    const { queue } = setUp({ finalizeUpload: () => Promise.resolve(storedFile(infected)) })
    const { ids } = queue.add(files(1))
    await queue.whenSettled(ids)
    expect(queue.getTask(ids[0] ?? '')).toMatchObject({
      ...{ status: 'failed', step: 'process' },
      error: { code: 'validation', details: { fileId: 'f', statusReason: 'infected' } },
    })
  })
})
