import { createUploadQueue, type UploadQueue } from 'loadline/core'
import { createMemoryBackend } from 'loadline/testing'
import { memo, useSyncExternalStore, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'

/** Both lists draw this many rows; the rest is only counted. */
const rows = 100

export interface AddFigures {
  /** From the call of `add` to the first idle moment. */
  readonly ms: number
  /** The longest task of the main thread meanwhile; 0: none over 50 ms. */
  readonly longestTaskMs: number
  /** Updates that the list's subscription was told of. */
  readonly writes: number
  /** What the page says that the list holds. */
  readonly shown: number
}

interface Contender {
  readonly list: ReactNode
  add(files: readonly File[]): void
  writes(): number
}

/** A store of a few lines, as one would write it by hand. */
function floor(): Contender {
  let items: readonly { readonly file: File; readonly status: string }[] = []
  const listeners = new Set<() => void>()
  let writes = 0
  const subscribe = (listener: () => void) => {
    listeners.add(listener)
    return () => listeners.delete(listener)
  }
  function List(): ReactNode {
    const all = useSyncExternalStore(subscribe, () => items)
    return (
      <Frame total={all.length}>
        {all.slice(0, rows).map(({ file, status }) => (
          <Row key={file.name} name={file.name} status={status} progress={0} />
        ))}
      </Frame>
    )
  }
  return {
    list: <List />,
    add(files) {
      items = [...items, ...files.map((file) => ({ file, status: 'queued' }))]
      writes += 1
      for (const listener of listeners) listener()
    },
    writes: () => writes,
  }
}

function ours(): Contender {
  const { adapter, transport } = createMemoryBackend()
  const queue = createUploadQueue({ adapter, transports: [transport], autoUpload: false })
  queue.connect()
  let writes = 0
  queue.store.subscribe(() => (writes += 1))
  const subscribe = (listener: () => void) => queue.subscribeIds({}, listener)
  function List(): ReactNode {
    const ids = useSyncExternalStore(subscribe, () => queue.getIds())
    return (
      <Frame total={ids.length}>
        {ids.slice(0, rows).map((id) => (
          <QueueRow key={id} queue={queue} id={id} />
        ))}
      </Frame>
    )
  }
  return { list: <List />, add: (files) => void queue.add(files), writes: () => writes }
}

const QueueRow = memo(function QueueRow({ queue, id }: { queue: UploadQueue; id: string }) {
  const task = useSyncExternalStore(
    (listener) => queue.subscribeTask(id, listener),
    () => queue.getTask(id),
  )
  return <Row name={task?.name ?? ''} status={task?.status ?? ''} progress={task?.sentBytes ?? 0} />
})

function Frame({ total, children }: { total: number; children: ReactNode }): ReactNode {
  return (
    <div>
      <p id="total">{total}</p>
      <ul>{children}</ul>
    </div>
  )
}

function Row({ name, status, progress }: { name: string; status: string; progress: number }) {
  return (
    <li>
      <span>{name}</span> <progress value={progress} max={1} /> <em>{status}</em>
    </li>
  )
}

async function run(name: 'floor' | 'ours', count: number): Promise<AddFigures> {
  const files = Array.from({ length: count }, (_, i) => new File(['x'], `file ${i}.txt`))
  const contender = name === 'floor' ? floor() : ours()
  createRoot(document.querySelector('#root') ?? document.body).render(contender.list)
  await idle()
  let longestTaskMs = 0
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longestTaskMs = Math.max(longestTaskMs, duration)
  })
  observer.observe({ type: 'longtask' })
  const before = contender.writes()
  const startedAt = performance.now()
  contender.add(files)
  await idle()
  const ms = performance.now() - startedAt
  const writes = contender.writes() - before
  await new Promise((resolve) => setTimeout(resolve, 100))
  const shown = Number(document.querySelector('#total')?.textContent)
  return { ms, longestTaskMs, writes, shown }
}

function idle(): Promise<unknown> {
  return new Promise((resolve) => requestIdleCallback(resolve))
}

declare global {
  interface Window {
    measure: typeof run
  }
}
window.measure = run
