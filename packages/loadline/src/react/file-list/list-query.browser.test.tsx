import { onlineManager } from '@tanstack/react-query'
import { StrictMode, useState, type ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent, type Locator } from 'vitest/browser'
import { defineAdapter, type FileAdapter, type FileListQuery } from '../../core/index.js'
import { createMemoryBackend } from '../../testing/index.js'
import '../styles/styles.css'
import { FilesProvider } from '../provider/files-provider.js'
import { FileList, type FileListProps } from './file-list.js'

beforeEach(() => page.viewport(1280, 800))
afterEach(() => onlineManager.setOnline(true))

const drawings = {
  id: 'c1',
  key: 'DRAWINGS',
  name: 'Drawings',
  maxSize: null,
  contentTypes: null,
  defaultVisibility: null,
}

const files = [
  { name: 'Plan A.pdf', contentType: 'application/pdf', size: 3000, category: drawings },
  { name: 'plan B.png', contentType: 'image/png', size: 1000 },
  { name: 'Report.pdf', contentType: 'application/pdf', size: 2000 },
].map((file, index) => ({
  ...file,
  id: String(index),
  status: 'ready' as const,
  visibility: 'private' as const,
  createdAt: `2026-01-0${String(9 - index)}T00:00:00Z`,
}))

async function show(props: FileListProps = {}, adapt = (adapter: FileAdapter) => adapter) {
  const backend = createMemoryBackend({ files, categories: [drawings] })
  const listFiles = vi.fn(backend.adapter.listFiles)
  const adapter = adapt({ ...backend.adapter, listFiles })
  const screen = await render(
    <StrictMode>
      <FilesProvider adapter={adapter} timeZone="UTC">
        <FileList {...props} />
      </FilesProvider>
    </StrictMode>,
  )
  await expect.element(screen.getByRole('row', { name: /Report/u })).toBeVisible()
  const names = () =>
    Array.from(
      screen.container.querySelectorAll('[data-row] [data-loadline="name"] > :first-child'),
      ({ textContent }) => textContent,
    )
  return { screen, names, listFiles, backend }
}

/** Key by key: filled in at once, an unpatched Firefox tells the page nothing. */
async function type(field: Locator, text: string): Promise<void> {
  await field.click()
  await userEvent.keyboard(`{Control>}a{/Control}${text}`)
}

it('searches when the typing pauses, once, and marks what it found', async () => {
  const { screen, names, listFiles } = await show()
  await type(screen.getByRole('searchbox', { name: 'Search files' }), 'plan')
  await expect.poll(names).toEqual(['Plan A.pdf', 'plan B.png'])
  const asked = listFiles.mock.calls.flatMap(([query]) => query.search ?? [])
  expect(asked).toEqual(['plan'])
  const marks = Array.from(screen.container.querySelectorAll('mark'), (mark) => mark.textContent)
  // A name is drawn in two halves.
  expect(marks.join('')).toBe('Planplan')
  await expect.element(screen.getByText('2 matches')).toBeVisible()
})

it('keeps what it shows until the answer is here, and drops a late older one', async () => {
  const { screen, names, backend } = await show()
  backend.hold('list')
  const search = screen.getByRole('searchbox')
  await type(search, 'report')
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('grid')).toHaveAttribute('aria-busy', 'true')
  expect(names()).toHaveLength(3)
  await type(search, 'plan')
  await userEvent.keyboard('{Enter}')
  backend.release()
  await expect.poll(names).toEqual(['Plan A.pdf', 'plan B.png'])
  await expect.element(screen.getByRole('grid')).not.toHaveAttribute('aria-busy')
})

it('undoes search and filter each by itself where nothing matches', async () => {
  const { screen, names } = await show()
  await screen.getByRole('button', { name: 'Visibility' }).click()
  await screen.getByRole('menuitemcheckbox', { name: 'Public' }).click()
  await expect.element(screen.getByText('Nothing matches', { exact: true })).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await type(screen.getByRole('searchbox'), 'plan')
  await expect.element(screen.getByText('Nothing matches “plan”')).toBeVisible()
  await screen.getByRole('button', { name: 'Clear filters' }).click()
  await expect.poll(names).toEqual(['Plan A.pdf', 'plan B.png'])
})

it('sorts by the heads of its columns', async () => {
  const { screen, names } = await show()
  await screen.getByRole('button', { name: 'Size' }).click()
  await expect.poll(names).toEqual(['Plan A.pdf', 'Report.pdf', 'plan B.png'])
  const head = screen.getByRole('columnheader', { name: 'Size' })
  await expect.element(head).toHaveAttribute('aria-sort', 'descending')
  await screen.getByRole('button', { name: 'Size' }).click()
  await expect.poll(names).toEqual(['plan B.png', 'Report.pdf', 'Plan A.pdf'])
  await expect.element(head).toHaveAttribute('aria-sort', 'ascending')
})

it('sorts and filters by nothing that the adapter lacks', async () => {
  const { screen } = await show({}, ({ listFiles, features }) =>
    defineAdapter({
      name: 'plain',
      listFiles: (query, ctx) => {
        expect(query).not.toHaveProperty('search')
        return listFiles?.(query, ctx) ?? Promise.reject(new Error('none'))
      },
      features: { ...features, sortKeys: ['name'], filters: [], search: 'page' },
    }),
  )
  await expect.element(screen.getByRole('button', { name: 'Name' })).toBeVisible()
  expect(screen.getByRole('button', { name: 'Size' }).elements()).toHaveLength(0)
  expect(screen.getByRole('button', { name: 'Type' }).elements()).toHaveLength(0)
  const search = screen.getByRole('searchbox', { name: 'Search files' })
  await expect.element(search).toHaveAttribute('placeholder', 'Search in loaded files')
  await type(search, 'report')
  await expect.element(screen.getByRole('row', { name: /Plan A/u })).not.toBeInTheDocument()
  // The backend knows nothing of the search: all is what is seen.
  await screen.getByRole('checkbox', { name: 'Select all files' }).click()
  await expect.element(screen.getByText(/^1 selected/u)).toBeVisible()
  await expect.element(screen.getByRole('row', { name: /Report/u })).toBeVisible()
})

it('filters by chips: a menu of choices, a way to drop each, and all', async () => {
  const { screen, names } = await show()
  await screen.getByRole('button', { name: 'Type' }).click()
  await screen.getByRole('menuitemcheckbox', { name: 'images' }).click()
  await expect.poll(names).toEqual(['plan B.png'])
  await expect
    .element(screen.getByRole('menuitemcheckbox', { name: 'images' }))
    .toHaveAttribute('aria-checked', 'true')
  await userEvent.keyboard('{Escape}')
  await expect.element(screen.getByRole('button', { name: 'Type images' })).toHaveFocus()
  await screen.getByRole('button', { name: 'Remove Type' }).click()
  await expect.poll(names).toHaveLength(3)
  await screen.getByRole('button', { name: 'Category' }).click()
  await screen.getByRole('menuitemcheckbox', { name: 'Drawings' }).click()
  await expect.poll(names).toEqual(['Plan A.pdf'])
  await userEvent.keyboard('{Escape}')
  await screen.getByRole('button', { name: 'Clear', exact: true }).click()
  await expect.poll(names).toHaveLength(3)
})

it('leaves the query to the application that wants it', async () => {
  const seen: FileListQuery[] = []
  function Held(): ReactNode {
    const [query, setQuery] = useState<FileListQuery>({ search: 'plan' })
    seen.push(query)
    return <FileList query={query} onQueryChange={setQuery} />
  }
  const { adapter } = createMemoryBackend({ files })
  const screen = await render(
    <FilesProvider adapter={adapter}>
      <Held />
    </FilesProvider>,
  )
  const search = screen.getByRole('searchbox')
  await expect.element(search).toHaveValue('plan')
  await type(search, 'xyz')
  await expect.element(screen.getByText('Nothing matches “xyz”')).toBeVisible()
  await screen.getByRole('button', { name: 'Clear search' }).click()
  await expect.element(search).toHaveValue('')
  await expect.element(screen.getByRole('row', { name: /Report/u })).toBeVisible()
  expect(seen.at(-1)).toEqual({ search: undefined })
})

it('has nothing to change where the query is fixed', async () => {
  const { screen } = await show({ query: { sort: { key: 'name', direction: 'desc' } } })
  expect(screen.getByRole('searchbox').elements()).toHaveLength(0)
  expect(screen.getByRole('button', { name: 'Size' }).elements()).toHaveLength(0)
})

it('keeps its rows offline, and says from when they are', async () => {
  const { screen, names } = await show()
  onlineManager.setOnline(false)
  await expect.element(screen.getByText("You're offline.")).toBeVisible()
  await expect.element(screen.getByText(/Showing the list as of Today/u)).toBeVisible()
  expect(names()).toHaveLength(3)
})
