import { createMemoryBackend, makeFile } from 'loadline/testing'
import { describe, expect, it, vi } from 'vitest'
import type { RejectionReason, UploadQueueOptions } from '../contract/index.js'
import { checkFiles } from '../intake/check-files.js'
import { createUploadQueue } from './upload-queue.js'

function setUp(options: Partial<UploadQueueOptions> = {}) {
  const backend = createMemoryBackend()
  const { adapter, transport } = backend
  const queue = createUploadQueue({ adapter, transports: [transport], ...options })
  const task = (id: string | undefined) => queue.getTask(id ?? '')
  return { backend, queue, task }
}

const codesOf = (rejections: readonly { readonly errors: readonly RejectionReason[] }[]) =>
  rejections.map(({ errors }) => errors.map(({ code }) => code))

describe('a picked file', () => {
  it('becomes a task with its name, type, size, path and no progress, under an id of its own', () => {
    const { queue, task } = setUp()
    const file = makeFile({ name: 'a.png', size: 70, type: 'image/png' })
    const { ids } = queue.add([
      { file, path: 'x/a.png' },
      { file, path: 'y/a.png' },
    ])
    expect(new Set(ids).size).toBe(2)
    expect(task(ids[0])).toMatchObject({
      name: 'a.png',
      contentType: 'image/png',
      size: 70,
      path: 'x/a.png',
      status: 'queued',
      sentBytes: 0,
      confirmedBytes: 0,
    })
  })

  it('is another upload than one of equal name, size and type', async () => {
    const { backend, queue } = setUp()
    queue.connect()
    const twins = [1, 2].map((lastModified) => makeFile({ name: 'a.png', lastModified }))
    const { ids, rejections } = queue.add(twins)
    expect(rejections).toEqual([])
    await queue.whenSettled(ids)
    expect(backend.files()).toHaveLength(2)
    queue.destroy()
  })

  it('is counted with what is there already, of finished batches too', async () => {
    const { queue } = setUp()
    queue.connect()
    const files = ['a', 'b', 'c'].map((name) => makeFile({ name, size: 40 }))
    const first = queue.add(files.slice(0, 1))
    await queue.whenSettled(first.ids)
    // Now one is done, and one of another batch under way.
    expect(queue.add(files.slice(1, 2)).rejections).toEqual([])
    expect(codesOf(queue.add(files.slice(2), { maxFiles: 2 }).rejections)).toEqual([['too-many']])
    expect(codesOf(queue.add(files.slice(2), { maxTotalSize: 119 }).rejections)).toEqual([
      ['total-too-large'],
    ])
    expect(queue.add(files.slice(2), { maxFiles: 3, maxTotalSize: 120 }).rejections).toEqual([])
    queue.destroy()
  })
})

describe('rules', () => {
  it('are checked without adding anything', () => {
    const { queue } = setUp()
    const { rejections } = checkFiles([makeFile({ size: 11 })], { maxSize: 10 })
    expect(codesOf(rejections)).toEqual([['too-large']])
    expect(queue.getIds()).toEqual([])
  })

  it('can change from one add to the next', () => {
    const { queue } = setUp()
    const file = makeFile({ size: 11 })
    expect(queue.add([file], { maxSize: 10 }).ids).toEqual([])
    expect(queue.add([file], { maxSize: 11 }).ids).toHaveLength(1)
  })

  it('keep one bad file out of a batch and let the others in; a reason names code, limit and file', () => {
    const { queue, task } = setUp()
    const [good, bad] = [makeFile({ name: 'good', size: 5 }), makeFile({ name: 'bad', size: 20 })]
    const { ids, rejections } = queue.add([bad, good], { maxSize: 10 })
    expect(ids.map((id) => task(id)?.name)).toEqual(['good'])
    expect(rejections).toMatchObject([{ file: bad, errors: [{ code: 'too-large', limit: 10 }] }])
    expect(rejections[0]?.errors[0]?.message).toMatch(/10/)
  })
})

it('a validator that looks into the file may refuse it, and hears of a cancel', async () => {
  const { backend, queue, task } = setUp()
  queue.connect()
  const isPng = async (file: File): Promise<RejectionReason | null> => {
    const [first] = new Uint8Array(await file.slice(0, 1).arrayBuffer())
    return first === 0x89 ? null : { code: 'type-not-allowed', message: 'Its bytes are no PNG.' }
  }
  const liar = new File(['GIF89a'], 'a.png', { type: 'image/png' })
  const [refused] = queue.add([liar], { validate: isPng }).ids
  await queue.whenSettled([refused ?? ''])
  expect(task(refused)).toMatchObject({ status: 'failed', error: { code: 'validation' } })
  const heard = vi.fn()
  const [asked] = queue.add([makeFile()], {
    validate: (_, { signal }) =>
      new Promise((resolve) => {
        signal.addEventListener('abort', () => resolve((heard(), null)))
      }),
  }).ids
  queue.cancel(asked ?? '')
  expect(heard).toHaveBeenCalledTimes(1)
  expect(backend.uploads()).toEqual([])
  queue.destroy()
})

it('10,000 files are one write of the store', async () => {
  const { queue } = setUp()
  const listener = vi.fn()
  queue.store.subscribe(listener)
  const files = Array.from({ length: 10_000 }, (_, i) => makeFile({ name: `${i}`, size: 1 }))
  expect(queue.add(files).ids).toHaveLength(10_000)
  await Promise.resolve()
  await Promise.resolve()
  expect(listener).toHaveBeenCalledTimes(1)
  expect(queue.getTotals()).toMatchObject({ totalBytes: 10_000, counts: { queued: 10_000 } })
})
