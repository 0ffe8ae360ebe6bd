import { Profiler, StrictMode, type ReactNode } from 'react'
import { expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import {
  createUploadQueue,
  type TransportInput,
  type UploadQueue,
  type UploadTransport,
} from '../../core/index.js'
import { createMemoryBackend, makeFile } from '../../testing/index.js'
import { FilesProvider } from '../provider/files-provider.js'
import '../styles/styles.css'
import { FileActiveUploads } from './file-active-uploads.js'

const names = (count: number) =>
  Array.from({ length: count }, (_, index) => `${String(index).padStart(3, '0')}.bin`)

/** Uploads that send what the test says. */
function createDrivenQueue(count: number) {
  const backend = createMemoryBackend()
  const inputs = new Map<string, Pick<TransportInput<never>, 'onProgress'>>()
  const transport: UploadTransport<'put'> = {
    ...backend.transport,
    send: (input) => {
      inputs.set(input.name, input)
      return new Promise(() => undefined)
    },
  }
  const { adapter } = backend
  const queue = createUploadQueue({ adapter, concurrency: count, transports: [transport] })
  queue.add(names(count).map((name) => makeFile({ name, size: 100_000 })))
  return { queue, inputs }
}

const nextFrame = () => new Promise(requestAnimationFrame)

it('renders at most ten times a second, and no other row, for 5,000 events among 100 rows', async () => {
  const { queue, inputs } = createDrivenQueue(100)
  const rows = new Map<string, number>()
  let commits = 0
  const screen = await render(
    <FilesProvider queue={queue}>
      <Profiler id="panel" onRender={() => (commits += 1)}>
        <FileActiveUploads
          renderUpload={(props, { task }) => (
            <Profiler id={task.name} onRender={(id) => rows.set(id, (rows.get(id) ?? 0) + 1)}>
              <li {...props} />
            </Profiler>
          )}
        />
      </Profiler>
    </FilesProvider>,
  )
  await expect.poll(() => inputs.size).toBe(100)
  // Only the rows in view are there, and each of them settles first.
  const space = () => screen.container.querySelector('[data-virtual]')
  await expect.poll(space).not.toBeNull()
  await expect.element(screen.getByRole('button', { name: 'Pause 007.bin' })).toBeInTheDocument()
  await nextFrame()
  await nextFrame()

  commits = 0
  rows.clear()
  const startedAt = performance.now()
  for (let event = 1; event <= 5_000; event += 1) {
    inputs.get('007.bin')?.onProgress(event * 15)
    if (event % 50 === 0) await nextFrame()
  }
  await expect
    .element(screen.getByRole('progressbar', { name: '007.bin' }))
    .toHaveAttribute('aria-valuenow', '75')
  const seconds = (performance.now() - startedAt) / 1_000
  expect([...rows.keys()]).toEqual(['007.bin'])
  expect(commits).toBeGreaterThan(1)
  expect(commits).toBeLessThanOrEqual(Math.ceil(seconds * 10) + 1)
  queue.destroy()
})

/** What is added and not taken away again, while it runs. */
function watchLeaks(queue: UploadQueue) {
  const counts = { listeners: 0, timers: 0, urls: 0, subscriptions: 0 }
  const timers = new Set<unknown>()
  const restores: (() => void)[] = []
  function patch<T extends object, K extends keyof T>(
    target: T,
    key: K,
    wrap: (own: T[K]) => T[K],
  ) {
    const own = target[key]
    target[key] = wrap(own)
    restores.push(() => (target[key] = own))
  }
  for (const target of [window, document]) {
    patch(target, 'addEventListener', (own) => (...args: Parameters<typeof own>) => {
      counts.listeners += 1
      own.apply(target, args)
    })
    patch(target, 'removeEventListener', (own) => (...args: Parameters<typeof own>) => {
      counts.listeners -= 1
      own.apply(target, args)
    })
  }
  patch(
    window,
    'setTimeout',
    (own) =>
      ((run: () => void, ms?: number) => {
        const id = own(() => {
          timers.delete(id)
          run()
        }, ms)
        timers.add(id)
        return id
      }) as typeof own,
  )
  patch(window, 'clearTimeout', (own) => (id) => {
    timers.delete(id)
    own(id)
  })
  patch(URL, 'createObjectURL', (own) => (blob) => {
    counts.urls += 1
    return own(blob)
  })
  patch(URL, 'revokeObjectURL', (own) => (url) => {
    counts.urls -= 1
    own(url)
  })
  const counted =
    <A extends readonly unknown[]>(subscribe: (...args: A) => () => void) =>
    (...args: A) => {
      counts.subscriptions += 1
      const unsubscribe = subscribe(...args)
      return () => {
        counts.subscriptions -= 1
        unsubscribe()
      }
    }
  const watched: UploadQueue = {
    ...queue,
    store: { ...queue.store, subscribe: counted(queue.store.subscribe) },
    subscribeTask: counted(queue.subscribeTask),
    subscribeIds: counted(queue.subscribeIds),
    on: counted(queue.on),
    connect: counted(queue.connect),
  }
  return {
    watched,
    read: () => ({ ...counts, timers: timers.size }),
    restore: () => restores.forEach((restore) => restore()),
  }
}

it('leaves nothing behind after 100 mounts', { timeout: 60_000 }, async () => {
  const { queue, inputs } = createDrivenQueue(4)
  const stop = queue.connect()
  await expect.poll(() => inputs.size).toBe(4)
  const { watched, read, restore } = watchLeaks(queue)
  const once = async (): Promise<void> => {
    const screen = await render(
      <FilesProvider queue={watched}>
        <FileActiveUploads autoDismissReady placement="corner" defaultOpen />
      </FilesProvider>,
    )
    expect(read().subscriptions).toBeGreaterThan(4)
    await screen.unmount()
  }
  // React's own listeners come with the first.
  await once()
  await expect.poll(() => read().timers).toBe(0)
  const before = read()
  expect(before).toMatchObject({ subscriptions: 0, urls: 0 })
  for (let round = 0; round < 100; round += 1) await once()
  await expect.poll(read).toEqual(before)
  restore()
  stop()
  queue.destroy()
})

it('goes on while nothing shows it, and shows what is there when it comes late', async () => {
  const backend = createMemoryBackend()
  const queue = createUploadQueue({ adapter: backend.adapter, transports: [backend.transport] })
  const app = (
    <StrictMode>
      <FilesProvider queue={queue}>
        <FileActiveUploads />
      </FilesProvider>
    </StrictMode>
  )
  const disconnect = queue.connect()
  backend.hold('store')
  queue.add([makeFile({ name: 'a.pdf' })])
  const first = await render(app)
  await expect.element(first.getByRole('button', { name: 'Cancel a.pdf' })).toBeVisible()
  await first.unmount()
  backend.release()
  await expect.poll(() => backend.files()).toHaveLength(1)
  const second = await render(app)
  await expect.element(second.getByRole('button', { name: 'Dismiss a.pdf' })).toBeVisible()
  expect(backend.ledger().filter(({ call }) => call === 'createUpload')).toHaveLength(1)
  expect(second.getByRole('status').element().textContent).toBe('')
  disconnect()
})

it('is one queue for two panels, each with its own scope', async () => {
  const backend = createMemoryBackend()
  const onError = vi.spyOn(console, 'error')
  const queue = createUploadQueue({ adapter: backend.adapter, transports: [backend.transport] })
  const panel = (scope: string): ReactNode => (
    <section aria-label={scope}>
      <FileActiveUploads scope={scope} />
    </section>
  )
  const screen = await render(
    <FilesProvider queue={queue}>
      {panel('left')}
      {panel('right')}
    </FilesProvider>,
  )
  queue.add([makeFile({ name: 'a.pdf' })], { scope: 'left' })
  queue.add([makeFile({ name: 'b.pdf' }), makeFile({ name: 'c.pdf' })], { scope: 'right' })
  const count = (scope: string) =>
    screen.getByRole('region', { name: scope }).getByRole('listitem').elements().length
  await expect.poll(() => [count('left'), count('right')]).toEqual([1, 2])
  expect(onError).not.toHaveBeenCalled()
  onError.mockRestore()
})
