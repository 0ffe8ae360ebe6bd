import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { UploadTask } from '../contract/index.js'
import { UploadBucket } from './upload-bucket.js'

const task = (id: string, status: UploadTask['status'], size: number, sentBytes: number) =>
  ({ id, status, size, sentBytes }) as UploadTask
const queued = (id: string, size: number) => task(id, 'queued', size, 0)
const ready = (id: string, size: number) => task(id, 'ready', size, size)

const bytesOf = (bucket: UploadBucket) => {
  const { sentBytes, totalBytes } = bucket.totals(0)
  return [sentBytes, totalBytes]
}

describe('the bytes of a bucket', () => {
  it('of a finished batch do not dilute those of a new one', () => {
    const bucket = new UploadBucket()
    bucket.add(queued('huge', 1_000_000))
    bucket.replace(queued('huge', 1_000_000), ready('huge', 1_000_000))
    bucket.add(queued('new', 100))
    expect(bytesOf(bucket)).toEqual([0, 100])
    bucket.progress(40)
    expect(bytesOf(bucket)).toEqual([40, 100])
    expect(bucket.totals(0).counts).toMatchObject({ ready: 1, queued: 1 })
  })

  it('of what is done stay as long as any of their batch is under way', () => {
    const bucket = new UploadBucket()
    bucket.add(queued('a', 100))
    bucket.add(queued('b', 50))
    bucket.replace(queued('a', 100), ready('a', 100))
    bucket.add(queued('late', 10))
    expect(bytesOf(bucket)).toEqual([100, 160])
  })

  it('of all batches stand there once nothing is under way', () => {
    const bucket = new UploadBucket()
    bucket.add(ready('a', 100))
    bucket.add(queued('b', 50))
    bucket.replace(queued('b', 50), ready('b', 50))
    expect(bytesOf(bucket)).toEqual([150, 150])
  })

  it('of a former batch come back with a retry, and go with what is removed', () => {
    const bucket = new UploadBucket()
    const failed = task('a', 'failed', 100, 30)
    bucket.add(failed)
    bucket.add(ready('done', 5))
    bucket.add(queued('b', 50))
    expect(bytesOf(bucket)).toEqual([0, 50])
    bucket.replace(failed, task('a', 'queued', 100, 30))
    expect(bytesOf(bucket)).toEqual([30, 150])
    bucket.delete(ready('done', 5))
    expect(bytesOf(bucket)).toEqual([30, 150])
    bucket.delete(task('a', 'queued', 100, 30))
    bucket.delete(queued('b', 50))
    expect(bytesOf(bucket)).toEqual([0, 0])
  })

  it('are never negative, never more than the whole, and always numbers', () => {
    const step = fc.record({
      act: fc.constantFrom('add', 'progress', 'settle', 'fail', 'retry', 'cancel', 'delete'),
      pick: fc.nat(),
      size: fc.integer({ min: 0, max: 1_000 }),
    })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 80 }), (script) => {
        const bucket = new UploadBucket()
        const tasks = new Map<string, UploadTask>()
        const replace = (before: UploadTask, change: Partial<UploadTask>): void => {
          const after = { ...before, ...change } as UploadTask
          bucket.replace(before, after)
          tasks.set(after.id, after)
        }
        for (const [i, { act, pick, size }] of script.entries()) {
          if (act === 'add') {
            const added = queued(String(i), size)
            bucket.add(added)
            tasks.set(added.id, added)
          }
          const one = [...tasks.values()][pick % Math.max(1, tasks.size)]
          if (one === undefined) continue
          if (act === 'settle') replace(one, { status: 'ready', sentBytes: one.size })
          if (act === 'fail') replace(one, { status: 'failed' })
          if (act === 'retry') replace(one, { status: 'queued' })
          if (act === 'cancel') replace(one, { status: 'cancelled' })
          if (act === 'delete') bucket.delete(one)
          if (act === 'delete') tasks.delete(one.id)
          if (act === 'progress' && one.status === 'queued' && one.sentBytes < one.size) {
            bucket.progress(1)
            tasks.set(one.id, { ...one, sentBytes: one.sentBytes + 1 })
          }
          const [sent = NaN, total = NaN] = bytesOf(bucket)
          expect(sent).toBeGreaterThanOrEqual(0)
          expect(total).toBeGreaterThanOrEqual(sent)
        }
        const open = [...tasks.values()].filter(({ status }) => status === 'queued')
        const least = open.reduce((sum, { size }) => sum + size, 0)
        expect(bytesOf(bucket)[1]).toBeGreaterThanOrEqual(least)
      }),
    )
  })
})
