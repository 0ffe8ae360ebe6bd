import { Profiler, type ReactNode } from 'react'
import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import {
  createUploadQueue,
  type RetryPolicy,
  type TransportInput,
  type UploadTransport,
} from '../../core/index.js'
import { createMemoryBackend, makeFile } from '../../testing/index.js'
import { FilesProvider } from '../provider/files-provider.js'
import { useUpload } from '../uploads/use-upload.js'
import { FileActiveUploads } from './file-active-uploads.js'

function setUp(retry?: RetryPolicy) {
  const backend = createMemoryBackend()
  const { adapter, transport } = backend
  const queue = createUploadQueue({ adapter, transports: [transport], retry })
  return { backend, queue }
}

function Panel({ queue }: Pick<ReturnType<typeof setUp>, 'queue'>): ReactNode {
  return (
    <FilesProvider queue={queue}>
      <FileActiveUploads />
    </FilesProvider>
  )
}

it('shows nothing without uploads, then a row each', async () => {
  const { queue } = setUp()
  const screen = await render(<Panel queue={queue} />)
  await expect.element(screen.getByRole('region')).not.toBeInTheDocument()
  queue.add([makeFile({ name: 'a.pdf' }), makeFile({ name: 'b.pdf' })])
  const region = screen.getByRole('region', { name: 'Uploads' })
  await expect.element(region).toBeVisible()
  expect(region.getByRole('listitem').all()).toHaveLength(2)
  await expect
    .element(region.getByRole('progressbar', { name: 'a.pdf' }))
    .toHaveAttribute('aria-valuetext', 'Uploaded, 1 kB')
  await expect.element(screen.getByRole('status')).toHaveTextContent('2 files uploaded')
})

it('cancels, keeps the focus, and uploads again', async () => {
  const { backend, queue } = setUp()
  backend.hold('store')
  const screen = await render(<Panel queue={queue} />)
  queue.add([makeFile({ name: 'a.pdf' })])
  await screen.getByRole('button', { name: 'Cancel a.pdf' }).click()
  const dismiss = screen.getByRole('button', { name: 'Dismiss a.pdf' })
  await expect.element(dismiss).toHaveFocus()
  backend.release()
  await screen.getByRole('button', { name: 'Upload again a.pdf' }).click()
  await expect.poll(() => backend.files()).toHaveLength(1)
  await dismiss.click()
  await expect.element(screen.getByRole('region')).not.toBeInTheDocument()
})

it('retries what failed, and only confirms what is stored', async () => {
  const { backend, queue } = setUp({ attemptsPerPart: 1, attemptsPerFinalize: 1 })
  backend.failNext('create', 'server')
  const screen = await render(<Panel queue={queue} />)
  queue.add([makeFile({ name: 'a.pdf' })])
  backend.failNext('finalize', 'server')
  await screen.getByRole('button', { name: 'Retry a.pdf' }).click()
  await expect.element(screen.getByText('Stored, but not confirmed')).toBeVisible()
  await screen.getByRole('button', { name: 'Confirm again a.pdf' }).click()
  await expect.poll(() => backend.files()).toHaveLength(1)
  expect(backend.uploads()).toHaveLength(1)
})

it('moves the focus to a neighbour when a row is dismissed', async () => {
  const { queue } = setUp()
  const screen = await render(<Panel queue={queue} />)
  queue.add([makeFile({ name: 'a.pdf' }), makeFile({ name: 'b.pdf' })])
  await screen.getByRole('button', { name: 'Dismiss a.pdf' }).click()
  await expect.element(screen.getByRole('button', { name: 'Dismiss b.pdf' })).toHaveFocus()
})

it('renders one row for the progress of one row', async () => {
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
  const queue = createUploadQueue({ adapter, concurrency: 20, transports: [transport] })
  const { ids } = queue.add(
    Array.from({ length: 20 }, (_, index) =>
      makeFile({ name: `${String(index)}.bin`, size: 1000 }),
    ),
  )
  const renders = new Map<string, number>()
  function Counted({ id }: { readonly id: string }): ReactNode {
    const task = useUpload(id)
    return task?.sentBytes
  }
  const screen = await render(
    <FilesProvider queue={queue}>
      <FileActiveUploads />
      {ids.map((id) => (
        <Profiler key={id} id={id} onRender={() => renders.set(id, (renders.get(id) ?? 0) + 1)}>
          <Counted id={id} />
        </Profiler>
      ))}
    </FilesProvider>,
  )
  await expect.poll(() => inputs.size).toBe(20)
  const list = screen.getByRole('listitem')
  await expect.poll(() => list.elements()).toHaveLength(20)
  const before = new Map(renders)
  const rowsBefore = list.elements()
  const changed = new Set<Node>()
  const observer = new MutationObserver((records) => {
    for (const { target } of records) {
      const row = rowsBefore.find((one) => one.contains(target))
      if (row !== undefined) changed.add(row)
    }
  })
  observer.observe(screen.container, { subtree: true, attributes: true, characterData: true })
  inputs.get('7.bin')?.onProgress(500)
  await expect
    .element(screen.getByRole('progressbar', { name: '7.bin' }))
    .toHaveAttribute('aria-valuenow', '50')
  const rendered = ids.filter((id) => renders.get(id) !== before.get(id))
  expect(rendered).toEqual([ids[7]])
  expect([...changed]).toEqual([rowsBefore[7]])
  observer.disconnect()
  queue.destroy()
})

it('has no layout of its own while empty', async () => {
  const { queue } = setUp()
  const screen = await render(
    <div style={{ display: 'grid', gap: 20 }}>
      <Panel queue={queue} />
      <p style={{ margin: 0, height: 10 }}>below</p>
    </div>,
  )
  const grid = screen.getByText('below').element().parentElement
  expect(grid?.getBoundingClientRect().height).toBeLessThan(40)
})
