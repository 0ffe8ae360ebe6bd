import { createMemoryBackend, makeFile } from 'loadline/testing'
import { describe, expect, it, vi } from 'vitest'
import { UploadError } from '../contract/index.js'
import type { RejectionReason, UploadQueueOptions } from '../contract/index.js'
import { createManualClock } from './manual-clock.js'
import { passTime } from './pass-time.js'
import { createUploadQueue } from './upload-queue.js'

function setUp(options: Partial<UploadQueueOptions> = {}) {
  const backend = createMemoryBackend()
  const { adapter, transport } = backend
  const queue = createUploadQueue({ adapter, transports: [transport], ...options })
  queue.connect()
  const task = (id: string | undefined) => queue.getTask(id ?? '')
  return { backend, queue, task }
}

const files = (count: number) =>
  Array.from({ length: count }, (_, i) => makeFile({ name: `${i}.bin`, size: 100 }))

describe('before signing', () => {
  it('prepareFile changes the file just in time, two at a time', async () => {
    let running = 0
    let most = 0
    const { backend, queue } = setUp({
      concurrency: 6,
      async prepareFile(file) {
        most = Math.max(most, ++running)
        await new Promise((resolve) => setTimeout(resolve, 5))
        running -= 1
        return new File(['small'], file.name.replace('.bin', '.txt'), { type: 'text/plain' })
      },
    })
    const { ids } = queue.add(files(6))
    await queue.whenSettled(ids)
    expect(most).toBe(2)
    const stored = backend.files().map(({ name, size, contentType }) => [name, size, contentType])
    expect(stored).toContainEqual(['3.txt', 5, 'text/plain'])
    expect(queue.getTotals().totalBytes).toBe(30)
  })

  it('prepareFile that answers null keeps the file out, and says so', async () => {
    const { backend, queue } = setUp({ prepareFile: () => null })
    const onTrace = vi.fn()
    queue.on(onTrace)
    const { ids } = queue.add(files(1))
    expect(await queue.whenSettled(ids)).toEqual({ ready: [], failed: [], cancelled: [] })
    expect(queue.getIds()).toEqual([])
    expect(backend.uploads()).toEqual([])
    expect(onTrace).toHaveBeenCalledWith(
      expect.objectContaining({ type: 'file-rejected', taskId: ids[0], data: { code: 'custom' } }),
    )
  })

  it('a validator rejects at once, or fails the queued task later', async () => {
    const reason: RejectionReason = { code: 'custom', message: 'Not on Sundays.' }
    const clock = createManualClock()
    const { backend, queue, task } = setUp({ clock })
    expect(queue.add(files(1), { validate: () => reason })).toMatchObject({
      ids: [],
      rejections: [{ errors: [reason] }],
    })
    const answers: ((verdict: RejectionReason | null) => void)[] = []
    const validate = () => new Promise<RejectionReason | null>((resolve) => answers.push(resolve))
    const bad = queue.add(files(1), { validate }).ids[0]
    await passTime(clock, 60)
    expect(task(bad)?.status).toBe('queued')
    answers[0]?.(reason)
    await queue.whenSettled([bad ?? ''])
    expect(task(bad)).toMatchObject({ status: 'failed', error: { code: 'validation' } })
    const good = queue.add(files(1), { validate }).ids[0]
    answers[1]?.(null)
    await passTime(clock, 20)
    await queue.whenSettled([good ?? ''])
    expect(backend.files()).toHaveLength(1)
  })

  it('a task that throws does not jam the queue', async () => {
    const { backend, queue, task } = setUp({
      concurrency: 1,
      prepareFile(file) {
        if (file.name === '0.bin') throw new UploadError('file-unreadable')
        return file
      },
    })
    const { ids } = queue.add(files(2))
    await queue.whenSettled(ids)
    expect(task(ids[0])).toMatchObject({ status: 'failed', error: { code: 'file-unreadable' } })
    expect(backend.files()).toHaveLength(1)
  })
})
