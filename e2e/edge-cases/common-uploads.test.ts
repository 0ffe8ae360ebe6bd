import { JSDOM } from 'jsdom'
import { FilesProvider, useFiles, type FilesResult } from 'loadline'
import { builtInTransports, createUploadQueue, uploadFile, type AnyTransport } from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { createElement } from 'react'
import { createRoot } from 'react-dom/client'
import { afterAll, afterEach, beforeAll, describe, expect, vi } from 'vitest'
import { commonSubjects, type Served, type WholeAdapter } from './common-subjects.js'
import { edgeCase } from './edge-case.js'
import { StreamingXhr } from './streaming-xhr.js'

const size = 150_000
const names = ['1.txt', '2.txt', '3.txt', '4.txt', '5.txt']

afterEach(() => void vi.unstubAllGlobals())

/** Each page begins with the file that the one before ended with, as if another had come in between. */
function overlapping(
  adapter: WholeAdapter,
  show: (id: string, page: number) => string = (id) => id,
): WholeAdapter {
  let page = 0
  let last: Awaited<ReturnType<WholeAdapter['listFiles']>>['files'] = []
  return {
    ...adapter,
    async listFiles(query, ctx) {
      if ((query.cursor ?? null) === null) [page, last] = [0, []]
      page += 1
      const answer = await adapter.listFiles(query, ctx)
      const files = [...last, ...answer.files].map((file) => ({ ...file, id: show(file.id, page) }))
      last = answer.files.slice(-1)
      return { ...answer, files }
    },
  }
}

/** What a list of two files a page draws in the end. */
async function drawnNames(adapter: WholeAdapter): Promise<readonly string[]> {
  let shown: FilesResult | undefined
  const List = () => {
    shown = useFiles({ pageSize: 2 })
    return null
  }
  const root = createRoot(document.createElement('div'))
  root.render(createElement(FilesProvider, { adapter }, createElement(List)))
  try {
    await vi.waitFor(
      () => {
        const { status, hasMore, loadMore, isLoadingMore } = shown ?? {}
        if (status === 'success' && hasMore === true && isLoadingMore === false) loadMore?.()
        if (status !== 'success' || hasMore === true) throw new Error(`The list is ${status}.`)
      },
      { timeout: 5_000, interval: 20 },
    )
    return (shown?.rows ?? []).flatMap((row) => (row.kind === 'stored' ? [row.file.name] : []))
  } finally {
    root.unmount()
  }
}

/** How much was told to be sent, each time that it changed. */
async function progressOf(
  adapter: WholeAdapter,
  transports: readonly AnyTransport[],
): Promise<{ readonly told: readonly number[]; readonly status: string | undefined }> {
  vi.stubGlobal('XMLHttpRequest', StreamingXhr)
  const queue = createUploadQueue({ adapter, transports })
  const disconnect = queue.connect()
  const told: number[] = []
  const { ids } = queue.add([makeFile({ name: 'big.txt', size, type: 'text/plain' })])
  const [id = ''] = ids
  queue.subscribeTask(id, () => void told.push(queue.getTask(id)?.sentBytes ?? 0))
  await queue.whenSettled(ids)
  const task = queue.getTask(id)
  disconnect()
  return { told: [...told, task?.sentBytes ?? 0], status: task?.status }
}

/** Transports that tell progress in another unit. */
function telling(adapter: WholeAdapter, change: (sentBytes: number) => number) {
  return builtInTransports(adapter).map((transport) => ({
    ...transport,
    send: (input: never) => {
      const { onProgress } = input as { onProgress(sentBytes: number): void }
      const changed = { ...(input as object), onProgress: (n: number) => onProgress(change(n)) }
      return transport.send(changed as never)
    },
  })) as readonly AnyTransport[]
}

const served = new Map<string, Served>()

beforeAll(async () => {
  for (const { door, serve } of commonSubjects) {
    const one = await serve()
    served.set(door, one)
    for (const name of names) {
      await uploadFile(one.adapter, makeFile({ name, type: 'text/plain' }))
    }
  }
}, 60_000)

afterAll(async () => {
  for (const { close } of served.values()) await close()
})

function adapterOf(door: string): WholeAdapter {
  const found = served.get(door)
  if (found === undefined) throw new Error(`${door} is not served.`)
  return found.adapter
}

describe.each(commonSubjects)('an upload by $door', ({ door }) => {
  edgeCase(
    51,
    {
      real: () => builtInTransports(adapterOf(door)),
      wrong: {
        'progress is told in percent': () =>
          telling(adapterOf(door), (sentBytes) => (sentBytes / size) * 100),
        'progress is told as a share': () =>
          telling(adapterOf(door), (sentBytes) => sentBytes / size),
      },
    },
    async (transports) => {
      const { told, status } = await progressOf(adapterOf(door), transports)
      expect(status).toMatch(/^(ready|processing)$/)
      const onTheWay = told.filter((sentBytes) => sentBytes > 0 && sentBytes < size)
      expect(Math.max(...onTheWay)).toBeGreaterThan(size / 2)
      expect(told).toEqual(told.toSorted((a, b) => a - b))
      const isInBytes = told.every((sentBytes) => Number.isInteger(sentBytes) && sentBytes <= size)
      expect(isInBytes).toBe(true)
      expect(told.at(-1)).toBe(size)
    },
  )
})

describe('lists', () => {
  beforeAll(() => {
    // For React alone, and to the end: it may still be at work when a test is over.
    const { window } = new JSDOM()
    Object.assign(globalThis, { window, document: window.document })
  })

  const withList = commonSubjects.filter(({ at }) => 'listFiles' in at('http://127.0.0.1:9'))

  describe.each(withList)('the list of $door', ({ door }) => {
    edgeCase(
      49,
      {
        real: () => overlapping(adapterOf(door)),
        wrong: {
          'each page has ids of its own': () =>
            overlapping(adapterOf(door), (id, page) => `${id}-${page}`),
        },
      },
      async (adapter) => {
        const drawn = (await drawnNames(adapter)).filter((name) => names.includes(name))
        expect(drawn.toSorted()).toEqual(names)
      },
    )
  })
})
