import { StrictMode } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { defineAdapter, type FileAdapter } from '../../core/index.js'
import { createMemoryBackend } from '../../testing/index.js'
import '../styles/styles.css'
import { FilesProvider } from '../provider/files-provider.js'
import { FileList, type FileListProps } from './file-list.js'

beforeEach(() => page.viewport(1000, 800))

const nameAt = (index: number) => `${String(index).padStart(6, '0')}.pdf`

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    id: `f${String(index)}`,
    name: nameAt(index),
    size: 1000,
    status: 'ready' as const,
  }))

const byName = { sort: { key: 'name', direction: 'asc' } } as const
const patient = { timeout: 6000 }

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
  await expect.element(row(0), patient).toBeVisible()
  const rendered = () => screen.container.querySelectorAll('[data-row]').length
  await expect.poll(rendered, patient).toBeLessThan(45)
  const focusFirst = () =>
    screen.container.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()
  return { screen, row, rendered, focusFirst, listFiles }
}

it('renders what is in view of 100,000 rows, and asks only for that', async () => {
  const { screen, row, rendered, focusFirst, listFiles } = await show(100_000)
  await expect.element(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '100001')
  focusFirst()
  await userEvent.keyboard('{End}')
  await expect.element(row(99_999), patient).toHaveFocus()
  await expect.element(row(99_999)).toHaveAttribute('aria-rowindex', '100001')
  await userEvent.keyboard('{ArrowUp}{PageUp}')
  await expect.element(row(99_988), patient).toHaveFocus()
  expect(rendered()).toBeLessThan(60)
  await userEvent.keyboard('{Home}')
  await expect.element(row(0), patient).toHaveFocus()
  expect(listFiles.mock.calls.length).toBeLessThan(8)
})

it('keeps the selection while it is scrolled away and back', async () => {
  const { screen, row, focusFirst } = await show(5000)
  focusFirst()
  await userEvent.keyboard(' {ArrowDown}{ArrowDown} {End}')
  await expect.element(row(4999), patient).toHaveFocus()
  await userEvent.keyboard(' ')
  await expect.element(screen.getByText(/^3 selected/u)).toBeVisible()
  await userEvent.keyboard('{Home}')
  await expect.element(row(0), patient).toHaveAttribute('aria-selected', 'true')
  await expect.element(row(1)).toHaveAttribute('aria-selected', 'false')
  await expect.element(row(2)).toHaveAttribute('aria-selected', 'true')
  await userEvent.keyboard('{Control>}a{/Control}')
  await expect.element(screen.getByText('5,000 selected')).toBeVisible()
})

it('loads the next page by itself where the adapter cannot skip', async () => {
  const { row, focusFirst, listFiles } = await show(250, {}, ({ features, listFiles: list }) =>
    defineAdapter({ name: 'chain', listFiles: list, features: { ...features, canSkip: false } }),
  )
  focusFirst()
  await userEvent.keyboard('{End}')
  await expect.element(row(99), patient).toHaveFocus()
  const cursors = () => new Set(listFiles.mock.calls.map(([{ cursor }]) => cursor))
  await expect.poll(() => cursors().size, patient).toBe(2)
  await userEvent.keyboard('{End}')
  await expect.element(row(199), patient).toHaveFocus()
  await userEvent.keyboard('{End}')
  await expect.element(row(249), patient).toHaveFocus()
})
