import { StrictMode } from 'react'
import { expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { createUploadQueue } from '../../core/index.js'
import { createMemoryBackend, makeFile } from '../../testing/index.js'
import { FilesProvider } from '../provider/files-provider.js'
import { FileUpload, type FileUploadProps } from './file-upload.js'

async function setUp(props: FileUploadProps) {
  const backend = createMemoryBackend()
  const queue = createUploadQueue({ adapter: backend.adapter, transports: [backend.transport] })
  const screen = await render(
    <StrictMode>
      <FilesProvider queue={queue}>
        <FileUpload {...props} />
      </FilesProvider>
    </StrictMode>,
  )
  const choose = (files: readonly File[]) => {
    const input = screen.container.querySelector<HTMLInputElement>('input[type=file]')
    if (input === null) throw new Error('There is no file input.')
    const transfer = new DataTransfer()
    for (const file of files) transfer.items.add(file)
    input.files = transfer.files
    input.dispatchEvent(new Event('change', { bubbles: true }))
  }
  return { backend, queue, screen, choose }
}

function told() {
  return {
    onUploadReady: vi.fn<NonNullable<FileUploadProps['onUploadReady']>>(),
    onUploadFailed: vi.fn<NonNullable<FileUploadProps['onUploadFailed']>>(),
    onUploadCancelled: vi.fn<NonNullable<FileUploadProps['onUploadCancelled']>>(),
    onUploadProgress: vi.fn<NonNullable<FileUploadProps['onUploadProgress']>>(),
    onSettled: vi.fn<NonNullable<FileUploadProps['onSettled']>>(),
    onFilesRejected: vi.fn<NonNullable<FileUploadProps['onFilesRejected']>>(),
  }
}

const [a, b] = [makeFile({ name: 'a.pdf' }), makeFile({ name: 'b.pdf' })]

it('reports its own uploads alone', async () => {
  const reports = told()
  const { backend, queue, choose } = await setUp(reports)
  backend.failNext('create', 'forbidden')
  choose([a, b])
  await expect.poll(() => reports.onUploadFailed.mock.calls).toHaveLength(1)
  queue.add([makeFile({ name: 'of another.pdf' })])
  await expect.poll(() => backend.files()).toHaveLength(2)
  await expect.poll(() => reports.onSettled.mock.calls).toHaveLength(1)
  expect(reports.onUploadReady).toHaveBeenCalledOnce()
  expect(reports.onUploadFailed).toHaveBeenCalledOnce()
  const ready = reports.onUploadReady.mock.calls[0]?.[0].id
  const progress = reports.onUploadProgress.mock.calls.map(([{ task }]) => task)
  expect(new Set(progress.map(({ id }) => id))).toEqual(new Set([ready]))
  expect(progress.at(-1)?.sentBytes).toBe(b.size)
})

it('settles when the last one is cancelled or taken off the queue', async () => {
  const reports = told()
  const { backend, queue, choose } = await setUp(reports)
  backend.hold('store')
  choose([a, b])
  const [first = '', second = ''] = queue.getIds()
  queue.cancel(first)
  await expect.poll(() => reports.onUploadCancelled.mock.calls).toHaveLength(1)
  expect(reports.onSettled).not.toHaveBeenCalled()
  queue.remove(second)
  await expect.poll(() => reports.onSettled.mock.calls).toHaveLength(1)
  expect(reports.onSettled.mock.calls[0]?.[0]).toEqual({
    ready: [],
    failed: [],
    cancelled: [first],
  })
})

it('shows and reports what `prepareFile` kept out, and sends what it made', async () => {
  const reports = told()
  const { backend, screen, choose } = await setUp({
    ...reports,
    prepareFile: (file) =>
      file.name === 'a.pdf' ? null : new File(['smaller'], 'small.pdf', { type: file.type }),
  })
  choose([a, b])
  await expect.element(screen.getByRole('alert').getByText('a.pdf')).toBeVisible()
  expect(reports.onFilesRejected).toHaveBeenCalledOnce()
  expect(reports.onFilesRejected.mock.calls[0]?.[0].rejections[0]).toMatchObject({
    file: a,
    errors: [{ code: 'custom' }],
  })
  await expect.poll(() => backend.files().map(({ name }) => name)).toEqual(['small.pdf'])
})

it('refuses what `validate` refuses', async () => {
  const reports = told()
  const { backend, choose } = await setUp({
    ...reports,
    validate: ({ name }) =>
      name === 'a.pdf' ? { code: 'name-invalid', message: 'Not this one.' } : null,
  })
  choose([a, b])
  expect(reports.onFilesRejected).toHaveBeenCalledOnce()
  await expect.poll(() => backend.files().map(({ name }) => name)).toEqual(['b.pdf'])
  await expect.poll(() => reports.onUploadReady.mock.calls.length).toBe(1)
  expect(reports.onUploadReady.mock.calls[0]?.[0].file.name).toBe('b.pdf')
})
