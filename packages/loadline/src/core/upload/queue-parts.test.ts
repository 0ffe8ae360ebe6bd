import { makeFile } from 'loadline/testing'
import { expect, it, vi } from 'vitest'
import { defineAdapter, storedFile, UploadError } from '../contract/index.js'
import type {
  AdapterDefinition,
  MultipartTicket,
  TransportInput,
  TransportResult,
  UploadedPart,
  UploadQueueOptions,
} from '../contract/index.js'
import { createUploadQueue } from './upload-queue.js'

type Send = (input: TransportInput<MultipartTicket>) => Promise<TransportResult>

const partSize = 10
const partCount = 3
const partOf = (partNumber: number): UploadedPart => ({
  partNumber,
  size: partSize,
  etag: `"${partNumber}"`,
  checksum: null,
})
const result = (parts: readonly UploadedPart[]): TransportResult => ({
  etag: null,
  parts,
  response: { status: 200, headers: {}, body: '' },
})

/** Sends the parts that are missing, up to the one that breaks. */
const sendUpTo =
  (last: number, end: () => Promise<TransportResult>): Send =>
  ({ acknowledged, onPart }) => {
    const parts = [...acknowledged]
    for (let number = 1; number <= last; number += 1) {
      if (acknowledged.some(({ partNumber }) => partNumber === number)) continue
      parts.push(partOf(number))
      onPart(partOf(number))
    }
    return last < partCount ? end() : Promise.resolve(result(parts))
  }
const breakAfter = (last: number) =>
  sendUpTo(last, () => Promise.reject(new UploadError('network', { status: 0 })))
const hangAfter = (last: number) => sendUpTo(last, () => new Promise(() => undefined))

function setUp(
  sends: readonly Send[],
  definition: Partial<AdapterDefinition> = {},
  options: Partial<UploadQueueOptions> = {},
) {
  const left = [...sends]
  const send = vi.fn<Send>((input) => (left.shift() ?? breakAfter(partCount))(input))
  const adapter = defineAdapter({
    name: 'test',
    createUpload: ({ clientId }) =>
      Promise.resolve({
        kind: 'multipart',
        clientId,
        fileId: clientId,
        partSize,
        partCount,
        expiresAt: null,
        serverTime: null,
        maxSize: null,
      } as const),
    finalizeUpload: ({ request }) =>
      Promise.resolve(storedFile({ id: 'f', name: request.name, status: 'ready' })),
    ...definition,
    features: { ticketKinds: ['multipart'], createIsIdempotent: true, finalizeIsIdempotent: true },
  })
  const queue = createUploadQueue({
    adapter,
    transports: [{ kind: 'multipart', canPause: true, send }],
    multipartThreshold: 0,
    retry: { baseDelayMs: 1 },
    ...options,
  })
  queue.connect()
  const { ids } = queue.add([makeFile({ size: partSize * partCount })])
  const task = () => queue.getTask(ids[0] ?? '')
  const acknowledged = () =>
    send.mock.calls.map(([input]) => input.acknowledged.map(({ partNumber }) => partNumber))
  return { queue, ids, task, acknowledged }
}

it('parts that the store has are not sent again after a pause, and the bar stands where it stood', async () => {
  const { queue, ids, task, acknowledged } = setUp([hangAfter(2)])
  await vi.waitFor(() => expect(task()).toMatchObject({ parts: { done: 2, total: partCount } }))
  expect(task()?.confirmedBytes).toBe(2 * partSize)
  queue.pause(ids)
  queue.resume(ids)
  await queue.whenSettled(ids)
  expect(task()).toMatchObject({ status: 'ready', generation: 1 })
  expect(acknowledged()).toEqual([[], [1, 2]])
})

it('each part that arrives gives the attempts anew', async () => {
  const sends = [breakAfter(1), breakAfter(2)]
  const { queue, ids, task, acknowledged } = setUp(sends, {}, { retry: { attemptsPerPart: 2 } })
  await queue.whenSettled(ids)
  expect(task()).toMatchObject({ status: 'ready' })
  expect(acknowledged()).toEqual([[], [1], [1, 2]])
})

it('a finalise that misses bytes has all of them sent again, once', async () => {
  const error = new UploadError('validation', { details: { reason: 'bytes-missing' } })
  const { queue, ids, task, acknowledged } = setUp([], {
    finalizeUpload: () => Promise.reject(error),
  })
  await queue.whenSettled(ids)
  expect(task()).toMatchObject({ status: 'failed', step: 'finalize', generation: 1 })
  expect(acknowledged()).toEqual([[], []])
})
