import { StrictMode, useState, type ReactNode } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { typeAtOnce } from '../../../testing/type-at-once.js'
import { createUploadQueue, defineAdapter } from '../../core/index.js'
import { createMemoryBackend, makeFile } from '../../testing/index.js'
import '../styles/styles.css'
import { FileList, type FileListProps } from '../file-list/file-list.js'
import type { FileView } from '../list-view/list-view.js'
import { FilesProvider } from '../provider/files-provider.js'

beforeEach(() => page.viewport(1000, 800))

const nameAt = (index: number) => `${String(index).padStart(6, '0')}.pdf`

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `f${String(index)}`,
    name: nameAt(index),
    size: 1000,
    status: 'ready' as const,
    url: `https://files.invalid/${String(index)}`,
  }))

const click = () => new MouseEvent('click', { bubbles: true })

const byName = { sort: { key: 'name', direction: 'asc' } } as const

async function show(count: number, props: FileListProps = {}, direction: 'ltr' | 'rtl' = 'ltr') {
  const { adapter } = createMemoryBackend({ files: many(count) })
  const screen = await render(
    <StrictMode>
      <div dir={direction}>
        <FilesProvider adapter={adapter} timeZone="UTC">
          <FileList defaultQuery={byName} defaultView="grid" {...props} />
        </FilesProvider>
      </div>
    </StrictMode>,
  )
  const tile = (index: number) =>
    screen.getByRole('gridcell', { name: new RegExp(nameAt(index), 'u') })
  const row = (index: number) => screen.getByRole('row', { name: new RegExp(nameAt(index), 'u') })
  const isGrid = (props.view ?? props.defaultView ?? 'grid') === 'grid'
  await expect.element((isGrid ? tile : row)(0)).toBeVisible()
  const focusFirst = () =>
    screen.container.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()
  const tiles = () => screen.container.querySelectorAll('[role="gridcell"][data-row]').length
  return { screen, tile, row, focusFirst, tiles }
}

it('is a grid of lines: arrows move in two dimensions', async () => {
  const { screen, tile, focusFirst } = await show(10)
  await expect.element(screen.getByRole('grid', { name: 'Files' })).toBeVisible()
  // 1,000 px less the page's edge: four in a line.
  await expect.element(screen.getByRole('grid')).toHaveAttribute('aria-colcount', '4')
  await expect.element(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '3')
  expect(screen.getByRole('row').elements()).toHaveLength(3)
  focusFirst()
  for (const [key, index] of [
    ['ArrowRight', 1],
    ['ArrowDown', 5],
    ['ArrowDown', 9],
    ['ArrowUp', 5],
    ['ArrowRight', 6],
    ['ArrowDown', 9],
    ['Home', 0],
    ['ArrowLeft', 0],
    ['End', 9],
    ['ArrowRight', 9],
    ['PageUp', 0],
    ['PageDown', 9],
  ] as const) {
    await userEvent.keyboard(`{${key}}`)
    await expect.element(tile(index)).toHaveFocus()
  }
})

it('turns the arrows round from right to left', async () => {
  const { tile, focusFirst } = await show(10, {}, 'rtl')
  focusFirst()
  await userEvent.keyboard('{ArrowLeft}')
  await expect.element(tile(1)).toHaveFocus()
  await userEvent.keyboard('{ArrowDown}{ArrowRight}')
  await expect.element(tile(4)).toHaveFocus()
})

it('selects by Space, Shift and Ctrl+A, and finds a name by its letters', async () => {
  const { screen, tile, focusFirst } = await show(10)
  focusFirst()
  await userEvent.keyboard(' {Shift>}{ArrowRight}{ArrowDown}{/Shift}')
  await expect.element(screen.getByText(/^6 selected/u)).toBeVisible()
  await expect.element(tile(5)).toHaveAttribute('aria-selected', 'true')
  await userEvent.keyboard('{Escape}')
  typeAtOnce('000008')
  await expect.element(tile(8)).toHaveFocus()
  await userEvent.keyboard('{Control>}a{/Control}')
  await expect.element(screen.getByText(/^10 selected/u)).toBeVisible()
  await screen.getByRole('checkbox', { name: 'Select 000002.pdf' }).click()
  await expect.element(screen.getByText(/^9 selected/u)).toBeVisible()
})

it('opens, renames, deletes and has a menu, as the table does', async () => {
  const onFileOpen = vi.fn<NonNullable<FileListProps['onFileOpen']>>()
  const { screen, tile, focusFirst } = await show(10, { onFileOpen })
  focusFirst()
  await userEvent.keyboard('{ArrowRight}{Enter}')
  expect(onFileOpen.mock.calls.map(([{ file }]) => file.name)).toEqual([nameAt(1)])
  await userEvent.keyboard('{Shift>}{F10}{/Shift}')
  await expect.element(screen.getByRole('menuitem', { name: 'Open' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(tile(1)).toHaveFocus()
  await userEvent.keyboard('{F2}')
  await userEvent.keyboard('renamed{Enter}')
  await expect.element(screen.getByRole('gridcell', { name: /renamed\.pdf/u })).toBeVisible()
  focusFirst()
  await userEvent.keyboard('{Home}{Delete}')
  const dialog = screen.getByRole('alertdialog', { name: 'Delete 000000.pdf?' })
  await dialog.getByRole('button', { name: 'Delete' }).click()
  await expect.element(tile(0)).not.toBeInTheDocument()
})

it('renders what is in view of 100,000 files', async () => {
  const { screen, tile, focusFirst, tiles } = await show(100_000)
  await expect.poll(tiles).toBeLessThan(45)
  await expect.element(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '25000')
  focusFirst()
  await userEvent.keyboard('{End}')
  await expect.element(tile(99_999)).toHaveFocus()
  await userEvent.keyboard('{ArrowUp}')
  await expect.element(tile(99_995)).toHaveFocus()
  expect(tiles()).toBeLessThan(80)
})

it('keeps its place in another width', async () => {
  const { screen, tile } = await show(5000)
  // Until it is known which lines are in view it is no longer than what is drawn.
  await expect.poll(() => screen.container.querySelector('[data-virtual]')).not.toBeNull()
  const scroller = screen.container.querySelector('[data-loadline="list-card"]')
  scroller?.scrollTo({ top: 220 * 100 })
  await expect.element(tile(400)).toBeInTheDocument()
  await page.viewport(600, 800)
  await expect.element(screen.getByRole('grid')).toHaveAttribute('aria-colcount', '2')
  await expect.element(tile(400)).toBeInViewport()
})

it('keeps its place and the selection from view to view, and asks for nothing again', async () => {
  const { screen, tile, row, focusFirst } = await show(5000, { defaultView: 'table' })
  await expect.poll(() => screen.container.querySelectorAll('[data-row]').length).toBeLessThan(50)
  focusFirst()
  await userEvent.keyboard('{ArrowDown}')
  await expect.element(row(1)).toHaveFocus()
  await userEvent.keyboard(' ')
  await expect.element(row(1)).toHaveAttribute('aria-selected', 'true')
  await expect.element(screen.getByText(/^1 selected/u)).toBeVisible()
  const scroller = screen.container.querySelector('[data-loadline="list-card"]')
  scroller?.scrollTo({ top: 44 * 1000 })
  await expect.element(row(1000)).toBeInViewport()
  await screen.getByRole('button', { name: 'Grid' }).click()
  await expect.element(tile(1000)).toBeInViewport()
  await expect.element(screen.getByText(/^1 selected/u)).toBeVisible()
  await screen.getByRole('button', { name: 'Table' }).click()
  await expect.element(row(1000)).toBeInViewport()
  scroller?.scrollTo({ top: 0 })
  await expect.element(row(1)).toHaveAttribute('aria-selected', 'true')
})

it('keeps its place where the page itself scrolls', async () => {
  const { screen, tile, row } = await show(40, { defaultView: 'table' })
  await page.viewport(1000, 500)
  row(20).element().scrollIntoView({ block: 'start' })
  // A pointer would scroll the page back to it first.
  screen.getByRole('button', { name: 'Grid' }).element().dispatchEvent(click())
  await expect.element(tile(20)).toBeInViewport()
})

it('leaves the view to the application that wants it', async () => {
  const onViewChange = vi.fn()
  function Held(): ReactNode {
    const [view, setView] = useState<FileView>('grid')
    onViewChange.mockImplementation((next: FileView) => setView(next))
    return <FileList view={view} onViewChange={onViewChange} />
  }
  const { adapter } = createMemoryBackend({ files: many(3) })
  const screen = await render(
    <FilesProvider adapter={adapter}>
      <Held />
    </FilesProvider>,
  )
  const table = screen.getByRole('button', { name: 'Table' })
  await expect.element(table).toHaveAttribute('aria-pressed', 'false')
  await table.click()
  expect(onViewChange).toHaveBeenCalledExactlyOnceWith('table', { reason: 'toggle' })
  await expect.element(screen.getByRole('columnheader', { name: 'Name' })).toBeVisible()
})

it('has no switch where the view is fixed', async () => {
  const { screen } = await show(3, { view: 'grid' })
  expect(screen.getByRole('button', { name: 'Table' }).elements()).toHaveLength(0)
})

it('keeps the tile and its picture when an upload becomes a file', async () => {
  const backend = createMemoryBackend({ files: many(2) })
  const { adapter, transport } = backend
  // Its own picture in small is as good as the one that is made here.
  const plain = defineAdapter({ ...adapter, readFile: undefined })
  const queue = createUploadQueue({ adapter: plain, transports: [transport] })
  const screen = await render(
    <FilesProvider queue={queue}>
      <FileList defaultView="grid" />
    </FilesProvider>,
  )
  await expect.element(screen.getByRole('gridcell', { name: /000001/u })).toBeVisible()
  backend.hold('finalize')
  const canvas = new OffscreenCanvas(300, 200)
  canvas.getContext('2d')?.fillRect(0, 0, 150, 200)
  const bytes = await canvas.convertToBlob({ type: 'image/png' })
  queue.add([new File([bytes], 'photo.png', { type: 'image/png' }), makeFile({ name: 'a.bin' })])
  const tile = screen.getByRole('gridcell', { name: /photo\.png/u })
  await expect.element(tile.getByRole('progressbar', { name: 'photo.png' })).toBeInTheDocument()
  const pictureOf = () => tile.element().querySelector('img')?.src
  await expect.poll(pictureOf).toMatch(/^blob:/u)
  const before = { element: tile.element(), src: pictureOf() }
  backend.release()
  await expect.element(tile).toHaveAttribute('data-status', 'ready')
  expect(tile.element()).toBe(before.element)
  await expect.poll(pictureOf).toBe(before.src)
})

it('leaves no object address behind', async () => {
  const live = new Set<string>()
  const { createObjectURL, revokeObjectURL } = URL
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = createObjectURL.call(URL, blob)
    live.add(url)
    return url
  })
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => {
    revokeObjectURL.call(URL, url)
    live.delete(url)
  })
  const canvas = new OffscreenCanvas(30, 20)
  canvas.getContext('2d')?.fillRect(0, 0, 15, 20)
  const bytes = await canvas.convertToBlob({ type: 'image/png' })
  const backend = createMemoryBackend()
  const { adapter, transport } = backend
  const queue = createUploadQueue({ adapter, transports: [transport] })
  queue.add([new File([bytes], 'photo.png', { type: 'image/png' })])
  const screen = await render(
    <StrictMode>
      <FilesProvider queue={queue}>
        <FileList defaultView="grid" />
      </FilesProvider>
    </StrictMode>,
  )
  await expect.poll(() => screen.container.querySelector('img')?.src).toMatch(/^blob:/u)
  await screen.unmount()
  await expect.poll(() => live.size).toBe(0)
  vi.restoreAllMocks()
})
