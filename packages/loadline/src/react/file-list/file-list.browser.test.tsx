import { QueryClient } from '@tanstack/react-query'
import { StrictMode, type ReactNode } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { createUploadQueue } from '../../core/index.js'
import { createMemoryBackend, makeFile, type MemoryBackendOptions } from '../../testing/index.js'
import '../styles/styles.css'
import { FilesProvider } from '../provider/files-provider.js'
import { FileList, type FileListProps } from './file-list.js'

beforeEach(() => page.viewport(1280, 800))

function setUp(options: MemoryBackendOptions = {}) {
  const backend = createMemoryBackend(options)
  const queue = createUploadQueue({ adapter: backend.adapter, transports: [backend.transport] })
  return { backend, queue }
}

interface ListProps extends FileListProps {
  readonly from: ReturnType<typeof setUp>
}

function List({ from, ...props }: ListProps): ReactNode {
  return (
    <StrictMode>
      <FilesProvider queue={from.queue} timeZone="UTC">
        <FileList {...props} />
      </FilesProvider>
    </StrictMode>
  )
}

/** Files are read and hashed for real. */

const three = ['one', 'two', 'three'].map((name, index) => ({
  id: name,
  name: `${name}.pdf`,
  size: 1000,
  url: `https://files.example/${name}`,
  createdAt: `2026-01-0${String(3 - index)}T00:00:00Z`,
}))

it('lists what is stored, newest first', async () => {
  const screen = await render(<List from={setUp({ files: three })} />)
  const grid = screen.getByRole('grid', { name: 'Files' })
  await expect.element(grid).toHaveAttribute('aria-rowcount', '4')
  expect(
    screen
      .getByRole('row')
      .elements()
      .map((row) => row.getAttribute('data-row')),
  ).toEqual([null, 'one', 'two', 'three'])
  await expect
    .element(screen.getByRole('columnheader', { name: 'Added' }))
    .toHaveAttribute('aria-sort', 'descending')
})

it('follows only safe addresses', async () => {
  const files = [
    { id: 'good', name: 'good.pdf', url: 'https://files.example/good' },
    { id: 'evil', name: 'evil.pdf', url: 'javascript:alert(1)' },
  ]
  const screen = await render(<List from={setUp({ files })} />)
  await expect
    .element(screen.getByRole('link', { name: 'Download good.pdf' }))
    .toHaveAttribute('href', 'https://files.example/good')
  expect(screen.container.querySelectorAll('a')).toHaveLength(1)
})

it('keeps a row the same element from upload to stored file', async () => {
  const from = setUp({ files: three })
  from.backend.hold('store')
  const screen = await render(<List from={from} />)
  await expect.element(screen.getByRole('row', { name: /one\.pdf/u })).toBeVisible()
  from.queue.add([makeFile({ name: 'new.pdf', size: 5000 })])
  const row = screen.getByRole('row', { name: /new\.pdf/u })
  await expect.element(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '5')
  const element = row.element()
  const { top, height } = element.getBoundingClientRect()
  from.backend.release()
  await expect.element(row).toHaveAttribute('data-status', 'ready')
  await expect.element(row.getByText('Ready')).toBeVisible()
  expect(row.element()).toBe(element)
  from.queue.clearSettled()
  await expect.element(row).toBeVisible()
  // The burst's refetch, and what it brings.
  await new Promise((resolve) => setTimeout(resolve, 2500))
  expect(screen.getByRole('row').all()).toHaveLength(5)
  expect(row.element()).toBe(element)
  expect(element.getBoundingClientRect()).toMatchObject({ top, height })
  await expect.element(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '5')
})

it('asks once for a whole burst', async () => {
  const calmClient = new QueryClient({
    defaultOptions: { queries: { refetchOnWindowFocus: false } },
  })
  const from = setUp()
  const list = vi.fn(from.backend.adapter.listFiles)
  const adapter = { ...from.backend.adapter, listFiles: list }
  const queue = createUploadQueue({ adapter, transports: [from.backend.transport] })
  const screen = await render(
    <FilesProvider queue={queue} queryClient={calmClient}>
      <FileList />
    </FilesProvider>,
  )
  await expect.element(screen.getByText('No files yet')).toBeVisible()
  // However long each is under way, they are ready together.
  from.backend.hold('finalize')
  queue.add(Array.from({ length: 12 }, (_, index) => makeFile({ name: `${String(index)}.txt` })))
  await expect.poll(() => queue.getTotals().counts.finalizing).toBe(12)
  from.backend.release()
  await queue.whenSettled()
  await new Promise((resolve) => setTimeout(resolve, 2600))
  expect(list).toHaveBeenCalledTimes(2)
  expect(screen.getByRole('row').all()).toHaveLength(13)
})

it('shows more, and loses no file between two pages when new ones arrive', async () => {
  const from = setUp({ files: three })
  const screen = await render(<List from={from} pageSize={2} />)
  await screen.getByRole('button', { name: 'Show more' }).click()
  await expect.element(screen.getByRole('row', { name: /three\.pdf/u })).toBeVisible()
  from.queue.add([makeFile({ name: 'a.pdf' }), makeFile({ name: 'b.pdf' })])
  await expect.poll(() => from.backend.files()).toHaveLength(5)
  await new Promise((resolve) => setTimeout(resolve, 2600))
  for (const name of ['a', 'b', 'one', 'two', 'three']) {
    await expect
      .element(screen.getByRole('row', { name: new RegExp(`^${name}.pdf`, 'u') }))
      .toBeVisible()
  }
})

it('moves by the keyboard, with one stop in the tab order', async () => {
  const screen = await render(<List from={setUp({ files: three })} />)
  await expect.element(screen.getByRole('row', { name: /one\.pdf/u })).toBeVisible()
  screen.container.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()
  await expect.element(screen.getByRole('row', { name: /one\.pdf/u })).toHaveFocus()
  await userEvent.keyboard('{End}')
  await expect.element(screen.getByRole('row', { name: /three\.pdf/u })).toHaveFocus()
  await userEvent.keyboard('{ArrowUp}{ArrowRight}')
  await expect.element(screen.getByRole('link', { name: 'Download two.pdf' })).toHaveFocus()
  await userEvent.keyboard('{ArrowLeft}{Home}')
  await expect.element(screen.getByRole('row', { name: /one\.pdf/u })).toHaveFocus()
  expect(screen.container.querySelectorAll('[tabindex="0"]')).toHaveLength(3)
})

it('says what went wrong, and tries again', async () => {
  const from = setUp({ files: three })
  from.backend.failNext('list', 'validation')
  const screen = await render(<List from={from} />)
  await expect
    .element(screen.getByRole('alert').getByText("The list didn't load", { exact: true }))
    .toBeVisible()
  await screen.getByRole('button', { name: 'Try again' }).click()
  await expect.element(screen.getByRole('row', { name: /one\.pdf/u })).toBeVisible()
})

it('renders no stored row for the progress of an upload', async () => {
  const from = setUp({ files: three })
  from.backend.hold('store')
  const screen = await render(<List from={from} />)
  const row = screen.getByRole('row', { name: /one\.pdf/u })
  await expect.element(row).toBeVisible()
  const seen = vi.fn<() => void>()
  const observer = new MutationObserver(seen)
  observer.observe(row.element(), { subtree: true, childList: true, characterData: true })
  from.queue.add([makeFile({ name: 'big.bin', size: 2_000_000 })])
  await expect.element(screen.getByText('Uploading 99%')).toBeVisible()
  expect(seen).not.toHaveBeenCalled()
  observer.disconnect()
})
