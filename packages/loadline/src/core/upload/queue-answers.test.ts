import { makeFile } from 'loadline/testing'
import { describe, expect, it, vi } from 'vitest'
import { defineAdapter, storedFile } from '../contract/index.js'
import type { FileStatus, PutTicket, StoredFile, StoredUpload } from '../contract/index.js'
import { createManualClock } from './manual-clock.js'
import { createUploadQueue } from './upload-queue.js'

/** Every answer of the backend is the test's to give, in any order. */
function setUp() {
  const clock = createManualClock()
  const finalizes: ((status: FileStatus) => void)[] = []
  const asks: ((status: FileStatus) => void)[] = []
  const later = (line: ((status: FileStatus) => void)[]) =>
    new Promise<StoredFile>((resolve) => {
      line.push((status) => resolve(storedFile({ id: 'f', name: 'f', status })))
    })
  const finalizeUpload = vi.fn<(upload: StoredUpload) => Promise<StoredFile>>(() =>
    later(finalizes),
  )
  const adapter = defineAdapter({
    name: 'test',
    createUpload: ({ clientId }) =>
      Promise.resolve<PutTicket>({
        kind: 'put',
        clientId,
        fileId: 'f',
        url: 'https://store.example/key',
        headers: {},
        expiresAt: null,
        serverTime: null,
        maxSize: null,
      }),
    finalizeUpload,
    getFile: () => later(asks),
    features: { createIsIdempotent: true, finalizeIsIdempotent: true },
  })
  const queue = createUploadQueue({
    adapter,
    clock,
    transports: [
      {
        kind: 'put',
        canPause: false,
        send: () =>
          Promise.resolve({ etag: '"tag"', response: { status: 200, headers: {}, body: '' } }),
      },
    ],
  })
  const disconnect = queue.connect()
  const { ids } = queue.add([makeFile()])
  const task = () => queue.getTask(ids[0] ?? '')
  return { clock, queue, disconnect, finalizes, asks, finalizeUpload, task }
}

const settle = async (): Promise<void> => {
  for (let i = 0; i < 10; i += 1) await Promise.resolve()
}

describe('a late, older answer never overwrites a newer one', () => {
  it('of a finalise that was given up and repeated', async () => {
    const { clock, finalizes, task } = setUp()
    await vi.waitFor(() => expect(finalizes).toHaveLength(1))
    for (let i = 0; i < 200 && finalizes.length === 1; i += 1) {
      clock.advance(1_000)
      await settle()
    }
    expect(finalizes).toHaveLength(2)
    finalizes[1]?.('ready')
    await vi.waitFor(() => expect(task()?.status).toBe('ready'))
    const newest = task()
    finalizes[0]?.('processing')
    await settle()
    expect(task()).toEqual(newest)
  })

  it('of a file that was asked for twice while it was processed', async () => {
    const { clock, queue, disconnect, finalizes, asks, task } = setUp()
    await vi.waitFor(() => expect(finalizes).toHaveLength(1))
    finalizes[0]?.('processing')
    await vi.waitFor(() => expect(task()?.status).toBe('processing'))
    clock.advance(1_000)
    await vi.waitFor(() => expect(asks).toHaveLength(1))
    disconnect()
    clock.advance(1)
    queue.connect()
    clock.advance(1_000)
    await vi.waitFor(() => expect(asks).toHaveLength(2))
    asks[1]?.('ready')
    await vi.waitFor(() => expect(task()?.status).toBe('ready'))
    const newest = task()
    asks[0]?.('error')
    await settle()
    expect(task()).toEqual(newest)
  })
})

it('a finalise gets the ref, the request and the ETag, and no byte', async () => {
  const { finalizes, finalizeUpload, task } = setUp()
  await vi.waitFor(() => expect(finalizes).toHaveLength(1))
  const clientId = task()?.clientId
  expect(finalizeUpload.mock.calls[0]?.[0]).toMatchObject({
    ref: { clientId, fileId: 'f', kind: 'put' },
    request: { clientId, name: 'file.bin', size: 1_024 },
    etag: '"tag"',
  })
  expect(JSON.stringify(finalizeUpload.mock.calls[0]?.[0])).not.toContain('store.example')
})
