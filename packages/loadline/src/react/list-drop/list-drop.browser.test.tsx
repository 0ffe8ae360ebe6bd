import { StrictMode } from 'react'
import { beforeEach, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, type Locator } from 'vitest/browser'
import { createUploadQueue, type FileAdapter } from '../../core/index.js'
import { createMemoryBackend, dropFiles, makeFile } from '../../testing/index.js'
import '../styles/styles.css'
import { FileDropzone } from '../dropzone/file-dropzone.js'
import { FileList, type FileListProps } from '../file-list/file-list.js'
import { FilesProvider } from '../provider/files-provider.js'

beforeEach(() => page.viewport(1000, 800))

const invoices = {
  ...{ id: 'invoices', name: 'Invoices', parentId: null },
  path: [{ id: 'invoices', name: 'Invoices' }],
}

async function show(
  props: FileListProps = {},
  adapt = (adapter: FileAdapter) => adapter,
  hasPage = false,
) {
  const backend = createMemoryBackend({
    folders: [invoices],
    files: [{ id: 'f', name: 'Plan.pdf' }],
  })
  const queue = createUploadQueue({
    adapter: adapt(backend.adapter),
    transports: [backend.transport],
  })
  const screen = await render(
    <StrictMode>
      <FilesProvider queue={queue}>
        {hasPage && <FileDropzone fullPage />}
        <FileList {...props} data-testid="list" />
        <FileList aria-label="Others" data-testid="other" showUploads={false} />
      </FilesProvider>
    </StrictMode>,
  )
  const list = screen.getByTestId('list')
  await expect.element(list.getByRole('row', { name: /Invoices/u })).toBeVisible()
  /** Two that go up together arrive in any order. */
  const stored = () =>
    backend
      .files()
      .filter(({ id }) => id !== 'f')
      .map(({ name, folderId }) => `${folderId ?? 'root'}/${name}`)
      .sort()
  return { screen, list, queue, stored }
}

/** An unpatched Firefox is not told by its driver that two clicks belong together. */
async function open(row: Locator): Promise<void> {
  await expect.element(row).toBeVisible()
  row.element().dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))
}

const one = makeFile({ name: 'one.txt', size: 10 })
const two = makeFile({ name: 'two.txt', size: 10 })

/** A drag as a browser tells of it. */
function drag(
  element: Element,
  type: string,
  files: readonly File[] = [one],
  kind = 'Files',
): Event {
  const transfer = new DataTransfer()
  for (const file of files) transfer.items.add(file)
  if (kind !== 'Files') transfer.setData(kind, 'x')
  const event = new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: transfer })
  element.dispatchEvent(event)
  return event
}

it('uploads what is dropped on it into its folder, once, also on a page that takes drops', async () => {
  const { list, stored, queue } = await show({}, undefined, true)
  // The part that takes drops is loaded by now: the row of a folder came with its own.
  await expect.poll(() => drag(list.element(), 'dragover').defaultPrevented).toBe(true)
  await dropFiles(list.getByRole('grid').element(), [one, two])
  await expect.poll(stored).toEqual(['root/one.txt', 'root/two.txt'])
  expect(queue.getIds()).toHaveLength(2)
})

it('uploads into the folder that it shows, and into the one that it is dropped on', async () => {
  const { list, stored } = await show()
  await expect.poll(() => drag(list.element(), 'dragover').defaultPrevented).toBe(true)
  const folder = list.getByRole('row', { name: /Invoices/u })
  drag(folder.element(), 'dragover')
  await expect.element(list.getByText('Drop to upload 1 file')).toBeVisible()
  await expect.element(list.getByText('To Invoices')).toBeVisible()
  await expect.element(folder).toHaveAttribute('data-over')
  await dropFiles(folder.element(), [one])
  await expect.poll(stored).toEqual(['invoices/one.txt'])
  await open(folder)
  await expect.element(list.getByRole('row', { name: /one\.txt/u })).toBeVisible()
  await dropFiles(list.getByRole('grid').element(), [two])
  await expect.poll(stored).toEqual(['invoices/one.txt', 'invoices/two.txt'])
})

it('shows where files would go while they are dragged, and nothing after', async () => {
  const { list, screen } = await show()
  await expect.poll(() => drag(list.element(), 'dragover').defaultPrevented).toBe(true)
  await expect.element(list.getByText('To All files')).toBeVisible()
  await expect
    .element(screen.getByTestId('other').getByText('To All files'))
    .not.toBeInTheDocument()
  drag(list.element(), 'dragleave')
  await expect.element(list.getByText('To All files')).not.toBeInTheDocument()
})

it('refuses where an upload cannot say its folder', async () => {
  const { list, stored } = await show({ defaultFolderId: null }, (adapter) => ({
    ...adapter,
    features: { ...adapter.features, uploadFields: [] },
  }))
  await open(list.getByRole('row', { name: /Invoices/u }))
  await expect.element(list.getByText('No files yet')).toBeVisible()
  await expect.poll(() => drag(list.element(), 'dragover').defaultPrevented).toBe(true)
  await expect.element(list.getByText("This file can't be added")).toBeVisible()
  await dropFiles(list.element(), [one])
  expect(stored()).toEqual([])
})

it('tells of files that were not taken', async () => {
  const { list, queue } = await show({ scope: 'mine' })
  await expect.poll(() => drag(list.element(), 'dragover').defaultPrevented).toBe(true)
  queue.hold()
  await dropFiles(list.element(), [one])
  await expect.poll(() => queue.getIds({ scope: 'mine' })).toHaveLength(1)
  await dropFiles(list.element(), [one])
  await expect.element(list.getByRole('alert')).toBeVisible()
  await list.getByRole('button', { name: 'Add anyway one.txt' }).click()
  expect(queue.getIds()).toHaveLength(2)
  await expect.element(list.getByRole('alert')).not.toBeInTheDocument()
})

it.each<[string, FileListProps, (adapter: FileAdapter) => FileAdapter]>([
  ['it may not', { acceptDrops: false }, (adapter) => adapter],
  [
    'the adapter cannot upload',
    {},
    (adapter) => ({ ...adapter, createUpload: undefined, finalizeUpload: undefined }),
  ],
  [
    'an upload needs more than a folder',
    {},
    (adapter) => ({
      ...adapter,
      features: { ...adapter.features, requiredUploadFields: ['category'] },
    }),
  ],
])('takes no drops where %s', async (_name, props, adapt) => {
  const { list, queue } = await show(props, adapt)
  await dropFiles(list.getByRole('row', { name: /Invoices/u }).element(), [one])
  await expect.element(list.getByText('To Invoices')).not.toBeInTheDocument()
  expect(queue.getIds()).toEqual([])
})
