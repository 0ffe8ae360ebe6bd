import { createMemoryBackend, makeFile } from 'loadline/testing'
import { expect, it, vi } from 'vitest'
import { createUploadQueue } from './upload-queue.js'

it.each(['none', 'sha-256'] as const)(
  'signs ahead while a file is sent, sends with that, and gives back what a cancelled file had (checksum %s)',
  async (checksum) => {
    const backend = createMemoryBackend()
    const { adapter, transports } = backend
    const queue = createUploadQueue({ adapter, transports, concurrency: 1, checksum })
    queue.connect()
    backend.hold('store')
    const files = ['a', 'b', 'c'].map((name) => makeFile({ name, size: 10 }))
    const { ids } = queue.add(files)
    await vi.waitFor(() => expect(backend.uploads()).toHaveLength(3))
    expect(queue.getTotals().counts).toMatchObject({ uploading: 1, queued: 2 })
    queue.cancel(ids[2] ?? '')
    backend.release()
    await queue.whenSettled()
    await vi.waitFor(() => {
      const states = backend.uploads().map(({ request, state }) => [request.name, state])
      expect(states).toEqual([
        ['a', 'finalized'],
        ['b', 'finalized'],
        ['c', 'gone'],
      ])
    })
    queue.destroy()
  },
)
