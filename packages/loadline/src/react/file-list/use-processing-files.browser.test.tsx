import type { ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { defineAdapter, storedFile, type FileStatus } from '../../core/index.js'
import { FilesProvider } from '../provider/files-provider.js'
import { useFiles } from './use-files.js'

const minuteMs = 60_000
/** Each that fails moves the clock on by as much. */
const round = { interval: 1 }

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => void vi.useRealTimers())

/** Two files in processing; `statusOf` says what the backend answers when it is asked for one again. */
async function follow(statusOf: (id: string, times: number) => FileStatus) {
  const file = (id: string, status: FileStatus) =>
    storedFile({ id, name: `${id}.pdf`, contentType: 'application/pdf', size: 1, status })
  const askedAt: number[] = []
  let startedAt = Number.NaN
  const getFiles = vi.fn((ids: readonly string[]) => {
    askedAt.push(Math.round((Date.now() - startedAt) / 1000))
    const answer = (id: string) => ({
      ok: true as const,
      value: file(id, statusOf(id, askedAt.length)),
    })
    return Promise.resolve(ids.map(answer))
  })
  const files = [file('a', 'processing'), file('b', 'processing'), file('c', 'ready')]
  const listFiles = vi.fn(() =>
    Promise.resolve({ files: [...files], total: files.length, nextCursor: null }),
  )
  const adapter = defineAdapter({ name: 'processing', listFiles, getFiles })
  const { result, unmount } = await renderHook(() => useFiles(), {
    wrapper: ({ children }: { readonly children?: ReactNode }) => (
      <FilesProvider adapter={adapter}>{children}</FilesProvider>
    ),
  })
  const statuses = () =>
    result.current.rows.map((row) => (row.kind === 'stored' ? row.file.status : row.kind))
  const pass = async (ms: number) => {
    await vi.advanceTimersByTimeAsync(ms)
  }
  await pass(1)
  await expect.poll(statuses, round).toHaveLength(3)
  startedAt = Date.now()
  /** Another one in processing, which a refetch brings. */
  const add = async (id: string) => {
    files.push(file(id, 'processing'))
    await result.current.refetch()
    await expect.poll(statuses, round).toHaveLength(files.length)
  }
  return { statuses, pass, add, askedAt, getFiles, listFiles, unmount }
}

it('follows files in processing until they are ready or have failed, many in one request', async () => {
  const { statuses, pass, getFiles, listFiles } = await follow((id, times) => {
    if (id === 'a') return times < 2 ? 'processing' : 'ready'
    return times < 3 ? 'processing' : 'error'
  })
  await pass(3000)
  expect(getFiles.mock.calls.map(([ids]) => ids)).toEqual([['a', 'b']])
  await pass(5000)
  await expect.poll(statuses, round).toEqual(['ready', 'processing', 'ready'])
  await pass(10_000)
  await expect.poll(statuses, round).toEqual(['ready', 'error', 'ready'])
  expect(getFiles.mock.calls.map(([ids]) => ids)).toEqual([['a', 'b'], ['a', 'b'], ['b']])
  await pass(60 * minuteMs)
  expect(getFiles).toHaveBeenCalledTimes(3)
  expect(listFiles).toHaveBeenCalledTimes(1)
})

it('asks ever less often, and not for ever', async () => {
  const { pass, askedAt, getFiles } = await follow(() => 'processing')
  await pass(2 * minuteMs)
  expect(askedAt).toEqual([2, 6, 14, 30, 62])
  await pass(120 * minuteMs)
  expect(getFiles).toHaveBeenCalledTimes(20)
})

it('counts the tries of each file: one that comes late is asked for as often as the first', async () => {
  const { pass, getFiles, add } = await follow(() => 'processing')
  await pass(30 * minuteMs)
  expect(getFiles).toHaveBeenCalledTimes(20)
  await add('late')
  await pass(2 * minuteMs)
  expect(getFiles.mock.calls.slice(20).map(([ids]) => ids)).toEqual(
    Array.from({ length: 5 }, () => ['late']),
  )
  await pass(30 * minuteMs)
  expect(getFiles).toHaveBeenCalledTimes(40)
})

it('asks for what is nearly due in the same request', async () => {
  const { pass, getFiles, add } = await follow(() => 'processing')
  await pass(5 * minuteMs)
  await add('late')
  await pass(5 * minuteMs)
  getFiles.mockClear()
  await pass(5 * minuteMs)
  expect(getFiles.mock.calls.map(([ids]) => ids.length)).toEqual([3, 3, 3, 3, 3])
})

it('asks no more once nobody looks', async () => {
  const { pass, unmount, getFiles } = await follow(() => 'processing')
  await unmount()
  await pass(10 * minuteMs)
  expect(getFiles).not.toHaveBeenCalled()
})
