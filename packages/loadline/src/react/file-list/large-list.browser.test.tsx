import { defaultScheduler, notifyManager } from '@tanstack/react-query'
import { StrictMode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { defineAdapter, type FileAdapter } from '../../core/index.js'
import { createMemoryBackend } from '../../testing/index.js'
import '../styles/styles.css'
import { FilesProvider } from '../provider/files-provider.js'
import { FileList, type FileListProps } from './file-list.js'

beforeEach(() => page.viewport(1000, 800))
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  notifyManager.setScheduler(defaultScheduler)
})

const nameAt = (index: number) => `${String(index).padStart(6, '0')}.pdf`

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `f${String(index)}`,
    name: nameAt(index),
    size: 1000,
    status: 'ready' as const,
  }))

const byName = { sort: { key: 'name', direction: 'asc' } } as const

async function show(
  count: number,
  props: FileListProps = {},
  adapt = (adapter: FileAdapter) => adapter,
) {
  const { adapter } = createMemoryBackend({ files: many(count) })
  const listFiles = vi.fn(adapter.listFiles)
  const screen = await render(
    <StrictMode>
      <FilesProvider adapter={adapt({ ...adapter, listFiles })} timeZone="UTC">
        <FileList defaultQuery={byName} {...props} />
      </FilesProvider>
    </StrictMode>,
  )
  const row = (index: number) => screen.getByRole('row', { name: new RegExp(nameAt(index), 'u') })
  await expect.element(row(0)).toBeVisible()
  const rendered = () => screen.container.querySelectorAll('[data-row]').length
  const isVirtual = () => screen.container.querySelector('[data-virtual]') !== null
  await expect.poll(isVirtual).toBe(true)
  const focusFirst = () =>
    screen.container.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()
  return { screen, row, rendered, focusFirst, listFiles }
}

it('shows the first rows in a list of its full length before any other work is done', async () => {
  // The page never has nothing to do.
  vi.stubGlobal('requestIdleCallback', () => 0)
  const { adapter } = createMemoryBackend({ files: many(100_000) })
  const screen = await render(
    <FilesProvider adapter={adapter}>
      <FileList defaultQuery={byName} />
    </FilesProvider>,
  )
  await expect.element(screen.getByRole('row', { name: /000000/u })).toBeVisible()
  expect(screen.container.querySelectorAll('[data-row]')).toHaveLength(6)
  const [first] = screen.container.querySelectorAll<HTMLElement>('[data-row]')
  const rows = screen.getByRole('rowgroup').all().at(-1)?.element()
  expect(rows?.clientHeight).toBeCloseTo(100_000 * (first?.offsetHeight ?? 0), -3)
})

it('draws an answer as soon as it is there, not a task later', async () => {
  // The task in which React Query tells of an answer never comes, and nothing else draws the list anew.
  vi.stubGlobal('requestIdleCallback', () => 0)
  notifyManager.setScheduler(() => undefined)
  const { adapter } = createMemoryBackend({ files: many(3) })
  const screen = await render(
    <FilesProvider adapter={adapter}>
      <FileList defaultQuery={byName} />
    </FilesProvider>,
  )
  await expect.element(screen.getByRole('row', { name: /000002/u })).toBeVisible()
})

it('stays where it was scrolled to before it knew which rows are in view', async () => {
  const idle: (() => void)[] = []
  vi.stubGlobal('requestIdleCallback', (begin: () => void) => idle.push(begin))
  const { adapter } = createMemoryBackend({ files: many(5000) })
  const screen = await render(
    <FilesProvider adapter={adapter}>
      <FileList defaultQuery={byName} />
    </FilesProvider>,
  )
  await expect.element(screen.getByRole('row', { name: /000000/u })).toBeVisible()
  const scroller = screen.container.querySelector('[data-loadline="list-card"]')
  const row = screen.container.querySelector<HTMLElement>('[data-row]')?.offsetHeight ?? 0
  let top = 0
  await expect
    .poll(() => {
      for (const begin of idle.splice(0)) begin()
      // Before React has drawn what came of it.
      if (screen.container.querySelector('[data-virtual]') === null) {
        top += 100 * row
        scroller?.scrollTo({ top })
      }
      return screen.container.querySelector('[data-virtual]')
    })
    .not.toBeNull()
  expect(scroller?.scrollTop).toBe(top)
  await expect
    .element(screen.getByRole('row', { name: new RegExp(nameAt(top / row + 2), 'u') }))
    .toBeInViewport()
})

it('draws no fewer rows when it grows too long to draw them all', async () => {
  vi.stubGlobal('requestIdleCallback', () => 0)
  const { adapter } = createMemoryBackend({ files: many(80) })
  const features = { ...adapter.features, canSkip: false }
  const screen = await render(
    <FilesProvider adapter={{ ...adapter, features }}>
      <FileList defaultQuery={byName} pageSize={40} />
    </FilesProvider>,
  )
  const drawn = () => screen.container.querySelectorAll('[data-row]').length
  await expect.poll(drawn).toBe(40)
  await screen.getByRole('button', { name: 'Show more' }).click()
  await expect.element(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '81')
  await expect.poll(() => screen.getByRole('button', { name: 'Show more' }).query()).toBeNull()
  expect(drawn()).toBe(40)
})

it('renders what is in view of 100,000 rows, and asks only for that', async () => {
  const { screen, row, rendered, focusFirst, listFiles } = await show(100_000)
  await expect.element(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '100001')
  focusFirst()
  await userEvent.keyboard('{End}')
  await expect.element(row(99_999)).toHaveFocus()
  await expect.element(row(99_999)).toHaveAttribute('aria-rowindex', '100001')
  await userEvent.keyboard('{ArrowUp}{PageUp}')
  await expect.element(row(99_988)).toHaveFocus()
  expect(rendered()).toBeLessThan(60)
  await userEvent.keyboard('{Home}')
  await expect.element(row(0)).toHaveFocus()
  expect(listFiles.mock.calls.length).toBeLessThan(8)
})

it('asks for little of what a dragged scroll bar passes, and for all of where it stops', async () => {
  const { screen, row, listFiles } = await show(100_000)
  const scroller = screen.container.querySelector('[data-loadline="list-card"]')
  listFiles.mockClear()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  for (let step = 1; step <= 50; step += 1) {
    scroller?.scrollTo({ top: (step * (scroller.scrollHeight - scroller.clientHeight)) / 50 })
    await new Promise((resolve) => requestAnimationFrame(resolve))
  }
  // Rows that are in view may stand on two pages.
  expect(listFiles.mock.calls.length).toBeLessThanOrEqual(2)
  await vi.advanceTimersByTimeAsync(1000)
  vi.useRealTimers()
  await expect.element(row(99_999)).toBeVisible()
  expect(listFiles.mock.calls.length).toBeLessThanOrEqual(4)
})

it('keeps the selection while it is scrolled away and back', async () => {
  const { screen, row, focusFirst } = await show(5000)
  focusFirst()
  await userEvent.keyboard(' {ArrowDown}{ArrowDown} {End}')
  await expect.element(row(4999)).toHaveFocus()
  await userEvent.keyboard(' ')
  await expect.element(screen.getByText(/^3 selected/u)).toBeVisible()
  await userEvent.keyboard('{Home}')
  await expect.element(row(0)).toHaveAttribute('aria-selected', 'true')
  await expect.element(row(1)).toHaveAttribute('aria-selected', 'false')
  await expect.element(row(2)).toHaveAttribute('aria-selected', 'true')
  await userEvent.keyboard('{Control>}a{/Control}')
  await expect.element(screen.getByText('5,000 selected')).toBeVisible()
})

it('loads the next page by itself where the adapter cannot skip', async () => {
  const { screen, row, focusFirst } = await show(250, {}, ({ features, listFiles }) =>
    defineAdapter({ name: 'chain', listFiles, features: { ...features, canSkip: false } }),
  )
  const rowsWithRoom = () => {
    const space = screen.container.querySelector<HTMLElement>('[data-virtual]')?.offsetHeight ?? 0
    const each = screen.container.querySelector<HTMLElement>('[data-row]')?.offsetHeight ?? 0
    return space / each
  }
  focusFirst()
  await expect.poll(rowsWithRoom).toBe(100)
  await userEvent.keyboard('{End}')
  await expect.element(row(99)).toHaveFocus()
  await expect.poll(rowsWithRoom).toBe(200)
  await userEvent.keyboard('{End}')
  await expect.element(row(199)).toHaveFocus()
  await expect.poll(rowsWithRoom).toBe(250)
  await userEvent.keyboard('{End}')
  await expect.element(row(249)).toHaveFocus()
})

it('knows which rows are in view once it is seen', async () => {
  const { adapter } = createMemoryBackend({ files: many(5000) })
  const screen = await render(
    <div hidden>
      <FilesProvider adapter={adapter} timeZone="UTC">
        <FileList defaultQuery={byName} />
      </FilesProvider>
    </div>,
  )
  const rendered = () => screen.container.querySelectorAll('[data-row]').length
  await expect.poll(rendered).toBe(50)
  screen.container.firstElementChild?.removeAttribute('hidden')
  await expect.poll(rendered).toBeLessThan(45)
  await expect.element(screen.getByRole('row', { name: /000003/u })).toBeVisible()
})

it('follows the height of its rows', async () => {
  const { screen, rendered } = await show(5000)
  const heights = () => {
    const [first, second] = [...screen.container.querySelectorAll<HTMLElement>('[data-row]')]
    const space = screen.container.querySelector<HTMLElement>('[data-virtual]')?.offsetHeight ?? 0
    const apart =
      (second?.getBoundingClientRect().top ?? 0) - (first?.getBoundingClientRect().top ?? 0)
    return { row: first?.offsetHeight, apart: Math.round(apart), each: space / 5000 }
  }
  const wide = heights()
  expect(wide).toEqual({ row: wide.row, apart: wide.row, each: wide.row })
  await page.viewport(360, 800)
  await expect.poll(() => heights().row).not.toBe(wide.row)
  await expect.poll(() => heights().each).toBe(heights().row)
  expect(heights().apart).toBe(heights().row)
  expect(rendered()).toBeGreaterThan(5)
})

it('keeps the rows that are there, and the focus in them, when it becomes virtual', async () => {
  const { adapter } = createMemoryBackend({ files: many(5000) })
  const removed: string[] = []
  const observer = new MutationObserver((records) => {
    for (const node of records.flatMap(({ removedNodes }) => [...removedNodes]))
      if (node instanceof HTMLElement && node.dataset['row'] !== undefined)
        removed.push(node.dataset['row'])
  })
  observer.observe(document.body, { childList: true, subtree: true })
  const screen = await render(
    <FilesProvider adapter={adapter} timeZone="UTC">
      <FileList defaultQuery={byName} />
    </FilesProvider>,
  )
  const virtual = () => screen.container.querySelector('[data-virtual]')
  await expect.poll(virtual).not.toBeNull()
  await expect.element(screen.getByRole('row', { name: /000003/u })).toBeVisible()
  observer.disconnect()
  expect(removed.filter((id) => Number(id.slice(1)) < 10)).toEqual([])
})
