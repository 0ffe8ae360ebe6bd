import { restAdapter } from 'loadline/adapters/rest'
import {
  createUploadQueue,
  type Clock,
  type FileAdapter,
  type HttpRequest,
  type StoredFile,
  type TicketKind,
  type UploadQueueOptions,
} from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { afterEach, describe, expect, inject, it, vi } from 'vitest'

const mib = 1_048_576

afterEach(() => vi.restoreAllMocks())

function adapterFor(kinds: readonly TicketKind[]): FileAdapter {
  const adapter = restAdapter({ baseUrl: inject('backendUrl') })
  return { ...adapter, features: { ...adapter.features, ticketKinds: kinds } }
}

function queueFor(kinds: readonly TicketKind[], options: Partial<UploadQueueOptions> = {}) {
  const queue = createUploadQueue({ adapter: adapterFor(kinds), ...options })
  const disconnect = queue.connect()
  return { queue, disconnect }
}

/** What waits for others to come waits long, so that a slow machine has them come in time. */
const patientClock: Clock = {
  now: () => Date.now(),
  monotonic: () => performance.now(),
  random: () => Math.random(),
  setTimeout(run, delayMs) {
    const timer = setTimeout(run, 20 * delayMs)
    return () => clearTimeout(timer)
  },
}

async function sha256(blob: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await blob.arrayBuffer())
  return btoa(String.fromCharCode(...new Uint8Array(digest)))
}

async function storedBytes({ url }: StoredFile): Promise<Blob> {
  return (await fetch(url ?? '')).blob()
}

describe.each([
  ['put', 'sha-256'],
  ['put', 'none'],
  ['form', 'sha-256'],
  ['form', 'none'],
] as const)('%s, checksum %s, against the real store', (kind, checksum) => {
  it.each([0, 1, 70_000, 2_000_000])('%i bytes arrive as they were', async (size) => {
    const { queue } = queueFor([kind], { checksum })
    const file = makeFile({ name: 'Überräschung “ñ” 😀 <b>.bin', size, type: 'image/png' })
    const { ids } = queue.add([file])
    await queue.whenSettled(ids)
    const task = queue.getTask(ids[0] ?? '')
    if (task?.status !== 'ready') throw new Error(`${task?.status}: ${JSON.stringify(task)}`)
    expect(task.file).toMatchObject({ name: file.name, size, contentType: 'image/png' })
    expect(await sha256(await storedBytes(task.file))).toBe(await sha256(file))
  })
})

describe('multipart, against the real store', () => {
  it.each([
    ['a last part of one byte', 32 * mib + 1],
    ['exactly two parts', 32 * mib],
  ])('%s', async (_, size) => {
    const { queue } = queueFor(['put', 'multipart'])
    const seen: number[] = []
    const { ids } = queue.add([makeFile({ size })])
    const id = ids[0] ?? ''
    queue.subscribeTask(id, () => seen.push(queue.getTask(id)?.sentBytes ?? -1))
    await queue.whenSettled(ids)
    const task = queue.getTask(id)
    if (task?.status !== 'ready') throw new Error(`${task?.status}: ${JSON.stringify(task)}`)
    expect(await sha256(await storedBytes(task.file))).toBe(await sha256(makeFile({ size })))
    expect(seen).toEqual(seen.toSorted((a, b) => a - b))
    expect(Math.max(...seen)).toBe(size)
  })

  it('pause keeps the parts that the store has: they are not sent again', async () => {
    const { queue } = queueFor(['put', 'multipart'], { maxRequestsPerOrigin: 1 })
    const opened = vi.spyOn(XMLHttpRequest.prototype, 'open')
    const { ids } = queue.add([makeFile({ size: 48 * mib })])
    const id = ids[0] ?? ''
    await new Promise<void>((resolve) => {
      const stopWatching = queue.on(() => {
        const task = queue.getTask(id)
        if (task?.status !== 'uploading' || task.parts?.done !== 1) return
        stopWatching()
        resolve()
      })
    })
    queue.pause(id)
    expect(queue.getTask(id)?.status).toBe('paused')
    const partsSent = opened.mock.calls.filter(([method]) => method === 'PUT').length
    queue.resume(id)
    await queue.whenSettled(ids)
    expect(queue.getTask(id)).toMatchObject({ status: 'ready', generation: 1 })
    const partsInAll = opened.mock.calls.filter(([method]) => method === 'PUT').length
    expect(partsInAll - partsSent).toBeLessThanOrEqual(2)
  })

  it('a part that the store refuses while it is sent is no lost connection', async () => {
    const adapter = adapterFor(['put', 'multipart'])
    const spoilt: FileAdapter = {
      ...adapter,
      signParts: async (ref, parts, ctx) =>
        ((await adapter.signParts?.(ref, parts, ctx)) ?? []).map((part) => ({
          ...part,
          url: part.url.replace('signature=', 'signature=0'),
        })),
    }
    const retry = { baseDelayMs: 1, attemptsPerPart: 1 }
    const queue = createUploadQueue({ adapter: spoilt, retry })
    const disconnect = queue.connect()
    const { ids } = queue.add([makeFile({ size: 48 * mib })])
    await queue.whenSettled(ids)
    disconnect()
    expect(queue.getTask(ids[0] ?? '')).toMatchObject({
      status: 'failed',
      error: { code: 'forbidden', details: { storeCode: 'SignatureDoesNotMatch' } },
    })
  })

  it('cancel leaves no file and no upload', async () => {
    const adapter = adapterFor(['put', 'multipart'])
    const queue = createUploadQueue({ adapter, maxRequestsPerOrigin: 1 })
    queue.connect()
    const { ids } = queue.add([makeFile({ size: 48 * mib })])
    const id = ids[0] ?? ''
    await vi.waitFor(() => expect(queue.getTask(id)?.status).toBe('uploading'), {
      timeout: 10_000,
      interval: 5,
    })
    const { fileId = null, clientId = '' } = queue.getTask(id) ?? {}
    queue.cancel(id)
    const ctx = { signal: new AbortController().signal }
    const ref = { clientId, fileId, kind: 'multipart' } as const
    await vi.waitFor(async () => {
      expect(await adapter.lookupUpload?.(ref, ctx)).toEqual({ state: 'gone', file: null })
    })
  })
})

it.each([
  ['emoji', '👩‍🚀 launch 🚀.txt'],
  ['right to left, with Cyrillic', 'отчёт تقرير.pdf'],
  ['markup and marks that turn text', '<img src=x> "a" & \u202Egpj.exe'],
  ['more than 255 bytes', `${'ж'.repeat(200)}.bin`],
])('a name of %s arrives as it was', async (_, name) => {
  const { queue, disconnect } = queueFor(['put'])
  const { ids } = queue.add([makeFile({ name, size: 3 })])
  await queue.whenSettled(ids)
  disconnect()
  expect(queue.getTask(ids[0] ?? '')).toMatchObject({ status: 'ready', name, file: { name } })
})

it('many small files go in batches, each once', async () => {
  const { queue } = queueFor(['put'], { concurrency: 6, clock: patientClock })
  const asked = vi.spyOn(XMLHttpRequest.prototype, 'open')
  const files = Array.from({ length: 60 }, (_, i) => makeFile({ name: `${i}.txt`, size: 200 + i }))
  const { ids } = queue.add(files)
  const { ready } = await queue.whenSettled(ids)
  expect(ready).toHaveLength(60)
  const calls = asked.mock.calls.map(
    ([method, url]) => `${method} ${new URL(String(url)).pathname}`,
  )
  expect(calls.filter((call) => call.startsWith('PUT'))).toHaveLength(60)
  const posts = (end: RegExp) => calls.filter((call) => end.test(call)).length
  expect(posts(/\/uploads(?:\/batch)?$/u)).toBeLessThan(20)
  expect(posts(/\/finalize$/u)).toBeLessThan(20)
})

it("the application's axios defaults never reach the store", async () => {
  const { default: axios } = await import('axios')
  axios.defaults.headers.common['Authorization'] = 'Bearer secret'
  axios.defaults.withCredentials = true
  const opened = vi.spyOn(XMLHttpRequest.prototype, 'open')
  const headers = vi.spyOn(XMLHttpRequest.prototype, 'setRequestHeader')
  try {
    const adapter = restAdapter({
      baseUrl: inject('backendUrl'),
      http: { request: requestByFetch },
    })
    const queue = createUploadQueue({ adapter })
    queue.connect()
    const { ids } = queue.add([makeFile({ size: 2_000 })])
    expect((await queue.whenSettled(ids)).ready).toEqual(ids)
    const [toStore] = opened.mock.contexts as XMLHttpRequest[]
    expect(toStore?.withCredentials).toBe(false)
    const names = headers.mock.calls
      .filter((_, i) => headers.mock.contexts[i] === toStore)
      .map(([name]) => name.toLowerCase())
    expect(names).toContain('content-type')
    expect(names).not.toContain('authorization')
  } finally {
    delete axios.defaults.headers.common['Authorization']
    delete axios.defaults.withCredentials
  }
})

/** API calls without axios, so that the one XMLHttpRequest of the test is the store's. */
async function requestByFetch({ url, method, data, params }: HttpRequest): Promise<unknown> {
  const query = params === undefined ? '' : `?${params.toString()}`
  const response = await fetch(url + query, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(data === undefined ? {} : { body: JSON.stringify(data) }),
  })
  return response.status === 204 ? null : response.json()
}
