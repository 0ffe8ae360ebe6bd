import { StrictMode, type ReactElement } from 'react'
import { expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { createUploadQueue, type SettledUploads, type UploadQueue } from '../../core/index.js'
import { createMemoryBackend, makeFile } from '../../testing/index.js'
import type { UploadFailedDetails, UploadReadyDetails } from '../uploads/upload-reports.js'
import { FilesProvider } from './files-provider.js'

function setUp() {
  const backend = createMemoryBackend()
  const queue = createUploadQueue({ adapter: backend.adapter, transports: [backend.transport] })
  return { backend, queue }
}

function reports() {
  return {
    onUploadReady: vi.fn<(details: UploadReadyDetails) => void>(),
    onUploadFailed: vi.fn<(details: UploadFailedDetails) => void>(),
    onSettled: vi.fn<(details: SettledUploads) => void>(),
  }
}

const app = (queue: UploadQueue, told: ReturnType<typeof reports>): ReactElement => (
  <StrictMode>
    <FilesProvider queue={queue} {...told} />
  </StrictMode>
)

it('reports each end once, the sum last', async () => {
  const { backend, queue } = setUp()
  const told = reports()
  await render(app(queue, told))
  backend.failNext('create', 'forbidden')
  const { ids } = queue.add([makeFile({ name: 'a.pdf' }), makeFile({ name: 'b.pdf' })])
  await expect.poll(() => told.onSettled.mock.calls).toHaveLength(1)
  // Which of them the planned failure meets is the queue's affair.
  const [ready] = queue.getIds({ statuses: ['ready'] })
  const [failed] = queue.getIds({ statuses: ['failed'] })
  expect(new Set([ready, failed])).toEqual(new Set(ids))
  expect(told.onSettled.mock.calls[0]?.[0]).toEqual({
    ready: [ready],
    failed: [failed],
    cancelled: [],
  })
  expect(told.onUploadReady).toHaveBeenCalledOnce()
  expect(told.onUploadReady.mock.calls[0]?.[0]).toMatchObject({
    id: ready,
    file: { status: 'ready' },
  })
  expect(told.onUploadFailed).toHaveBeenCalledOnce()
  expect(told.onUploadFailed.mock.calls[0]?.[0]).toMatchObject({
    id: failed,
    error: { code: 'forbidden' },
  })
})

it('calls the newest closure, and settles again after a retry', async () => {
  const { backend, queue } = setUp()
  const [former, newest] = [reports(), reports()]
  const screen = await render(app(queue, former))
  backend.failNext('create', 'forbidden')
  const { ids } = queue.add([makeFile({ name: 'a.pdf' })])
  await expect.poll(() => former.onSettled.mock.calls).toHaveLength(1)
  await screen.rerender(app(queue, newest))
  queue.retry(ids)
  await expect.poll(() => newest.onSettled.mock.calls).toHaveLength(1)
  expect(newest.onSettled.mock.calls[0]?.[0].ready).toEqual(ids)
  expect(former.onUploadReady).not.toHaveBeenCalled()
})

it('goes on when the application throws', async () => {
  const { backend, queue } = setUp()
  const told = reports()
  const caught = vi.fn<(event: ErrorEvent) => void>((event) => {
    event.preventDefault()
    event.stopImmediatePropagation()
  })
  window.addEventListener('error', caught, { capture: true })
  told.onUploadReady.mockImplementation(() => {
    throw new Error("The application's own.")
  })
  await render(app(queue, told))
  queue.add([makeFile({ name: 'a.pdf' }), makeFile({ name: 'b.pdf' })])
  await expect.poll(() => told.onSettled.mock.calls).toHaveLength(1)
  expect(backend.files()).toHaveLength(2)
  expect(caught).toHaveBeenCalledTimes(2)
  window.removeEventListener('error', caught, { capture: true })
})
