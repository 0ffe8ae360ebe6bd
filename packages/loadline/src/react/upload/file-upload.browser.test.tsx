import { StrictMode, type ReactElement } from 'react'
import { expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { createMemoryBackend, makeFile, type MemoryBackend } from '../../testing/index.js'
import { FileActiveUploads } from '../active-uploads/file-active-uploads.js'
import { FilesProvider } from '../provider/files-provider.js'
import { FileUpload } from './file-upload.js'

function renderWith(backend: MemoryBackend, element: ReactElement) {
  return render(
    <StrictMode>
      <FilesProvider adapter={backend.adapter} uploads={{ transports: [backend.transport] }}>
        {element}
        <FileActiveUploads />
      </FilesProvider>
    </StrictMode>,
  )
}

function fileInput(container: Element): HTMLInputElement {
  const input = container.querySelector<HTMLInputElement>('input[type=file]')
  if (input === null) throw new Error('There is no file input.')
  return input
}

/** With the very file: a driver would make a copy, with another date. */
function choose(container: Element, files: readonly File[]): void {
  const input = fileInput(container)
  const transfer = new DataTransfer()
  for (const file of files) transfer.items.add(file)
  input.files = transfer.files
  input.dispatchEvent(new Event('change', { bubbles: true }))
}

it('uploads what is chosen, with what is kept with it', async () => {
  const backend = createMemoryBackend()
  const onFilesAdded = vi.fn<(details: { ids: readonly string[] }) => void>()
  const screen = await renderWith(
    backend,
    <FileUpload category="USER_FILES" onFilesAdded={onFilesAdded} />,
  )
  choose(screen.container, [makeFile({ name: 'a.pdf' }), makeFile({ name: 'empty.txt', size: 0 })])
  await expect
    .poll(() =>
      backend
        .files()
        .map(({ name }) => name)
        .toSorted(),
    )
    .toEqual(['a.pdf', 'empty.txt'])
  expect(backend.uploads().map(({ request }) => request.category)).toEqual([
    'USER_FILES',
    'USER_FILES',
  ])
  expect(onFilesAdded).toHaveBeenCalledOnce()
})

it('opens the file selector by its button', async () => {
  const screen = await renderWith(createMemoryBackend(), <FileUpload />)
  const opened = vi.fn<(event: Event) => void>((event) => {
    event.preventDefault()
  })
  fileInput(screen.container).addEventListener('click', opened)
  await screen.getByRole('button', { name: 'Upload files' }).click()
  expect(opened).toHaveBeenCalledOnce()
})

it('takes the same file again', async () => {
  const backend = createMemoryBackend()
  const screen = await renderWith(backend, <FileUpload />)
  const file = makeFile({ name: 'again.pdf' })
  for (const count of [1, 2]) {
    choose(screen.container, [file])
    await expect.poll(() => backend.files().length).toBe(count)
  }
})

it('is one file without `multiple`', async () => {
  const screen = await renderWith(createMemoryBackend(), <FileUpload multiple={false} />)
  await expect
    .element(screen.getByRole('button', { name: 'Upload file', exact: true }))
    .toBeVisible()
  expect(fileInput(screen.container).multiple).toBe(false)
})

it('shows what was not taken, takes the rest, and is dismissed', async () => {
  const backend = createMemoryBackend()
  const screen = await renderWith(backend, <FileUpload maxSize={1000} />)
  choose(screen.container, [
    makeFile({ name: 'large.pdf', size: 2000 }),
    makeFile({ name: 'small.pdf', size: 10 }),
  ])
  const alert = screen.getByRole('alert')
  await expect.element(alert.getByText('large.pdf')).toBeVisible()
  await expect.element(alert.getByText('2 kB. The limit is 1 kB.')).toBeVisible()
  await expect.poll(() => backend.files().map(({ name }) => name)).toEqual(['small.pdf'])
  await alert.getByRole('button', { name: 'Dismiss' }).click()
  await expect.element(alert).not.toBeInTheDocument()
})

it('adds a duplicate on demand', async () => {
  const backend = createMemoryBackend()
  backend.hold('store')
  const screen = await renderWith(backend, <FileUpload />)
  const file = makeFile({ name: 'twice.pdf' })
  choose(screen.container, [file])
  choose(screen.container, [file])
  await screen.getByRole('button', { name: 'Add anyway twice.pdf' }).click()
  await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
  backend.release()
  await expect.poll(() => backend.files()).toHaveLength(2)
})

it('renders nothing where the adapter cannot upload', async () => {
  const {
    createUpload: _create,
    finalizeUpload: _finalize,
    ...adapter
  } = createMemoryBackend().adapter
  const screen = await render(
    <FilesProvider adapter={adapter}>
      <FileUpload />
    </FilesProvider>,
  )
  expect(screen.container).toBeEmptyDOMElement()
})

it('tells developers of an option that the backend cannot keep', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
  const { adapter } = createMemoryBackend()
  const poor = { ...adapter, features: { ...adapter.features, uploadFields: [] } }
  await render(
    <FilesProvider adapter={poor}>
      <FileUpload category="USER_FILES" />
    </FilesProvider>,
  )
  expect(warn).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('`category`'))
  warn.mockRestore()
})
