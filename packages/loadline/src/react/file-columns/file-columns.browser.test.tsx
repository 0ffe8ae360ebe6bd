import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { createUploadQueue, type StoredFile } from '../../core/index.js'
import { createMemoryBackend, makeFile, type MemoryBackendOptions } from '../../testing/index.js'
import '../styles/styles.css'
import { FileList, type FileListProps } from '../file-list/file-list.js'
import { FilesProvider } from '../provider/files-provider.js'
import type { FileColumn } from './file-column.js'

beforeEach(() => page.viewport(1200, 700))
afterEach(() => {
  vi.useRealTimers()
})

const drawings = {
  ...{ id: 'c1', key: 'DRAWINGS', name: 'Drawings', maxSize: null },
  ...{ contentTypes: null, defaultVisibility: null },
}

const files: NonNullable<MemoryBackendOptions['files']> = [
  {
    ...{ id: '1', name: 'a.pdf', size: 1000, status: 'ready', visibility: 'public' },
    ...{ category: drawings, createdBy: { id: 'u', name: 'Mia Okafor', avatarUrl: null } },
    ...{ createdAt: '2026-01-02T00:00:00Z', metadata: { revision: 'C' } },
  },
  { id: '2', name: 'b.pdf', size: 2000, status: 'ready', createdAt: '2026-01-01T00:00:00Z' },
]

async function show(props: FileListProps = {}, stored = files) {
  const backend = createMemoryBackend({ files: stored })
  const { adapter, transport } = backend
  const queue = createUploadQueue({ adapter, transports: [transport] })
  const list = (more: FileListProps = {}) => (
    <FilesProvider queue={queue} timeZone="UTC">
      <FileList {...props} {...more} />
    </FilesProvider>
  )
  const screen = await render(list())
  const row = (name: RegExp) => screen.getByRole('row', { name })
  await expect.element(screen.getByRole('row').last()).toHaveAttribute('data-status', 'ready')
  const heads = () =>
    screen
      .getByRole('columnheader')
      .elements()
      .map((head) => head.textContent)
      .filter((text) => text !== '')
  return {
    screen,
    row,
    heads,
    queue,
    backend,
    again: (more: FileListProps) => screen.rerender(list(more)),
  }
}

it('has a column for all that a file has something for', async () => {
  const { heads, row, screen } = await show()
  expect(heads()).toEqual([
    'Name',
    'Status',
    'Category',
    'Visibility',
    'Added by',
    'Size',
    'Added',
    'Actions',
  ])
  await expect.element(row(/a\.pdf.*Drawings.*Public.*Mia Okafor/u)).toBeVisible()
  await expect.element(screen.getByText('MO', { exact: true })).toBeVisible()
})

it('leaves out what no file has anything for', async () => {
  const { heads } = await show({}, files.slice(1))
  expect(heads()).toEqual(['Name', 'Status', 'Size', 'Added', 'Actions'])
})

it('keeps a column that was there when a search leaves no file that fills it', async () => {
  const { screen, row, heads } = await show()
  await screen.getByRole('searchbox').click()
  await userEvent.keyboard('b.pdf{Enter}')
  await expect.element(row(/a\.pdf/u)).not.toBeInTheDocument()
  expect(heads()).toContain('Category')
})

it('gives up columns where there is no room, and says the rest below the name', async () => {
  const { heads, row } = await show()
  await page.viewport(880, 700)
  expect(heads()).toEqual(['Name', 'Status', 'Visibility', 'Size', 'Added', 'Actions'])
  await page.viewport(640, 700)
  expect(heads()).toEqual(['Name', 'Status', 'Added', 'Actions'])
  await page.viewport(360, 700)
  const cells = row(/a\.pdf/u)
    .getByRole('gridcell')
    .elements()
  expect(cells.map((cell) => cell.getAttribute('data-loadline'))).toEqual([
    'name-cell',
    'visibility-cell',
    'size-cell',
    'added-cell',
    'actions-cell',
  ])
})

const revisionOf = ({ metadata }: StoredFile): string => {
  const { revision: letter } = metadata
  return typeof letter === 'string' ? letter : '–'
}

const revision: FileColumn = {
  id: 'revision',
  header: 'Revision',
  cell: (row) => (row.kind === 'stored' ? revisionOf(row.file) : row.kind),
  sortKey: 'name',
}

it('has the columns that the application chose, in their order, its own among them', async () => {
  const { screen, row, heads, queue, backend } = await show({ columns: ['size', revision] })
  expect(heads()).toEqual(['Name', 'Size', 'Revision', 'Actions'])
  await expect.element(row(/^a\.pdf 1\.?0? kB C$/u)).toBeVisible()
  await screen.getByRole('button', { name: 'Revision' }).click()
  await expect
    .element(screen.getByRole('columnheader', { name: 'Revision' }))
    .toHaveAttribute('aria-sort', 'ascending')
  backend.hold('store')
  queue.add([makeFile({ name: 'live.bin', size: 5000 })])
  await expect.element(row(/live\.bin.*upload$/u)).toBeVisible()
  // The status has no column: its line is there all the same.
  await expect.element(screen.getByRole('progressbar', { name: 'live.bin' })).toBeInTheDocument()
})

it('draws no row anew for columns that are the same', async () => {
  // With every quarter of an hour, rows are drawn anew.
  vi.useFakeTimers({ toFake: ['Date'] })
  const cell = vi.fn(revision.cell)
  const column = { ...revision, cell }
  const { again } = await show({ columns: ['size', column] })
  const before = cell.mock.calls.length
  await again({ columns: ['size', column] })
  expect(cell.mock.calls.length).toBe(before)
})

it('lets the application draw a row, which keyboard and selection still know', async () => {
  const { screen, row } = await show({
    renderRow: ({ children, ...props }, { kind, id }) =>
      id === '2' ? (
        <div {...props} aria-labelledby={undefined}>
          <div role="gridcell">Our own {kind}</div>
        </div>
      ) : (
        <div {...props}>{children}</div>
      ),
  })
  const own = row(/^Our own stored$/u)
  screen.container.querySelector<HTMLElement>('[data-row="1"]')?.focus()
  await userEvent.keyboard('{ArrowDown} ')
  await expect.element(own).toHaveFocus()
  await expect.element(own).toHaveAttribute('aria-selected', 'true')
})

it('shows what the application has for an empty list, and its own words where nothing matches', async () => {
  const { adapter } = createMemoryBackend()
  const props = { renderEmpty: () => <p>Bring a drawing to the desk.</p> }
  const list = (query: FileListProps) => (
    <FilesProvider adapter={adapter}>
      <FileList {...props} {...query} />
    </FilesProvider>
  )
  const screen = await render(list({}))
  await expect.element(screen.getByText('Bring a drawing to the desk.')).toBeVisible()
  await screen.rerender(list({ query: { search: 'x' } }))
  await expect.element(screen.getByText('Nothing matches “x”')).toBeVisible()
})
