import { makeFile } from 'loadline/testing'
import { expect, it, vi } from 'vitest'
import { defineAdapter, storedFile } from '../contract/index.js'
import type {
  AdapterDefinition,
  PutTicket,
  UploadQueueOptions,
  UploadRequest,
  UploadTransport,
} from '../contract/index.js'
import { createUploadQueue } from './upload-queue.js'

const boom = (): never => {
  throw new TypeError('boom')
}

const ticketFor = ({ clientId }: UploadRequest): PutTicket => ({
  kind: 'put',
  clientId,
  fileId: clientId,
  url: 'https://store.example/key',
  headers: {},
  expiresAt: null,
  serverTime: null,
  maxSize: null,
})

interface Parts {
  readonly adapter?: Partial<AdapterDefinition>
  readonly transport?: Partial<UploadTransport<'put'>>
  readonly options?: Partial<UploadQueueOptions>
}

/** One slot, and two files: the first meets what throws, the second must get its turn. */
function setUp({ adapter = {}, transport = {}, options = {} }: Parts) {
  const queue = createUploadQueue({
    adapter: defineAdapter({
      name: 'test',
      createUpload: (request) => Promise.resolve(ticketFor(request)),
      finalizeUpload: ({ request }) =>
        Promise.resolve(storedFile({ id: request.clientId, name: request.name, status: 'ready' })),
      ...adapter,
      features: { lookAhead: false },
    }),
    transports: [
      {
        kind: 'put',
        canPause: false,
        send: () =>
          Promise.resolve({ etag: null, response: { status: 200, headers: {}, body: '' } }),
        ...transport,
      },
    ],
    concurrency: 1,
    retry: { attemptsPerPart: 1, attemptsPerFinalize: 1 },
    ...options,
  })
  queue.connect()
  return queue
}

/** Throws for the first file, and does the usual for the other. */
const onceFor = <A extends unknown[], R>(usual: (...given: A) => R) =>
  vi.fn<(...given: A) => R>(usual).mockImplementationOnce(boom)

const fine = { etag: null, response: { status: 200, headers: {}, body: '' } }
const cases: readonly (readonly [string, Parts])[] = [
  ['prepareFile', { options: { prepareFile: onceFor((file: File) => file) } }],
  ['validate', { options: { validate: onceFor(() => null) } }],
  [
    'createUpload',
    {
      adapter: {
        createUpload: onceFor((request: UploadRequest) => Promise.resolve(ticketFor(request))),
      },
    },
  ],
  ['the transport', { transport: { send: onceFor(() => Promise.resolve(fine)) } }],
  ['readStoreError', { adapter: { readStoreError: onceFor(() => null) } }],
  [
    'finalizeUpload',
    {
      adapter: {
        finalizeUpload: onceFor(({ request }: { request: UploadRequest }) =>
          Promise.resolve(storedFile({ id: request.clientId, name: 'f', status: 'ready' })),
        ),
      },
    },
  ],
]

it.each(cases)('%s that throws at once does not jam the queue', async (_, parts) => {
  const queue = setUp(parts)
  const { ids } = queue.add([makeFile({ name: 'a' }), makeFile({ name: 'b' })])
  expect(ids).toHaveLength(2)
  expect(await queue.whenSettled(ids)).toEqual({
    ready: [ids[1]],
    failed: [ids[0]],
    cancelled: [],
  })
  expect(queue.getTask(ids[0] ?? '')).toMatchObject({ error: { code: 'unknown' } })
  queue.destroy()
})

it('abandonUpload that throws at once does not jam the queue', async () => {
  const abandonUpload = vi.fn(boom)
  const send = vi.fn<UploadTransport<'put'>['send']>(() => Promise.resolve(fine))
  send.mockReturnValueOnce(new Promise(() => undefined))
  const queue = setUp({ adapter: { abandonUpload }, transport: { send } })
  const { ids } = queue.add([makeFile({ name: 'a' }), makeFile({ name: 'b' })])
  await vi.waitFor(() => expect(queue.getTask(ids[0] ?? '')?.status).toBe('uploading'))
  queue.cancel(ids[0] ?? '')
  expect(await queue.whenSettled(ids)).toEqual({
    ready: [ids[1]],
    failed: [],
    cancelled: [ids[0]],
  })
  await vi.waitFor(() => expect(abandonUpload).toHaveBeenCalled())
  queue.destroy()
})
