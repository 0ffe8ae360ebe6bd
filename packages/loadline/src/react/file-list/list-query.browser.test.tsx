import { onlineManager } from '@tanstack/react-query'
import { StrictMode, useState, type ReactNode } from 'react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent, type Locator } from 'vitest/browser'
import { defineAdapter, type FileAdapter, type FileListQuery } from '../../core/index.js'
import { createMemoryBackend, type MemoryBackendOptions } from '../../testing/index.js'
import '../styles/styles.css'
import { FilesProvider } from '../provider/files-provider.js'
import { FileList, type FileListProps } from './file-list.js'

beforeEach(() => page.viewport(1280, 800))
afterEach(() => {
  vi.useRealTimers()
  onlineManager.setOnline(true)
})

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

async function show(
  props: FileListProps = {},
  adapt = (adapter: FileAdapter) => adapter,
  stored: NonNullable<MemoryBackendOptions['files']> = files,
) {
  const backend = createMemoryBackend({ files: stored, categories: [drawings] })
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

/** The typing pauses when the test says so, however long each key is on its way. */
async function beginTyping(field: Locator): Promise<{ pause: () => void }> {
  await field.click()
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
  return { pause: () => void vi.advanceTimersByTime(250) }
}

it('searches when the typing pauses, once, and marks what it found', async () => {
  const { screen, names, listFiles } = await show()
  const asked = () => listFiles.mock.calls.flatMap(([query]) => query.search ?? [])
  const { pause } = await beginTyping(screen.getByRole('searchbox', { name: 'Search files' }))
  await userEvent.keyboard('plan')
  expect(asked()).toEqual([])
  pause()
  await expect.poll(names).toEqual(['Plan A.pdf', 'plan B.png'])
  expect(asked()).toEqual(['plan'])
  const marks = Array.from(screen.container.querySelectorAll('mark'), (mark) => mark.textContent)
  // A name is drawn in two halves.
  expect(marks.join('')).toBe('Planplan')
  await expect.element(screen.getByText('2 matches')).toBeVisible()
})

it('keeps the letters that are typed while its own search comes back late', async () => {
  const { adapter } = createMemoryBackend({ files })
  const asked: string[] = []
  const listOf = (search?: string): ReactNode => (
    <FilesProvider adapter={adapter}>
      <FileList query={{ search }} onQueryChange={(query) => asked.push(query.search ?? '')} />
    </FilesProvider>
  )
  const screen = await render(listOf())
  const search = screen.getByRole('searchbox')
  const { pause } = await beginTyping(search)
  await userEvent.keyboard('pl')
  pause()
  await expect.poll(() => asked).toEqual(['pl'])
  await userEvent.keyboard('an')
  pause()
  await expect.poll(() => asked).toEqual(['pl', 'plan'])
  await userEvent.keyboard(' b')
  await screen.rerender(listOf('pl'))
  await expect.element(search).toHaveValue('plan b')
  await screen.rerender(listOf('plan'))
  await expect.element(search).toHaveValue('plan b')
  pause()
  await expect.poll(() => asked).toEqual(['pl', 'plan', 'plan b'])
  await screen.rerender(listOf('plan b'))
  await expect.element(screen.getByRole('row', { name: /plan B/u })).toBeVisible()
  await screen.rerender(listOf('report'))
  await expect.element(search).toHaveValue('report')
  expect(asked).toHaveLength(3)
})

it('has the cursor in its search after a slash, from wherever in the list, and says so', async () => {
  const { screen } = await show()
  const search = screen.getByRole('searchbox')
  await expect.element(search).toHaveAttribute('aria-keyshortcuts', '/')
  // For the eye alone, and only where a press of the key would be heard.
  const hint = screen.container.querySelector<HTMLElement>('kbd')
  await expect.element(hint).not.toBeVisible()
  const filter = screen.getByRole('button', { name: 'Visibility' })
  for (const place of [screen.getByRole('row', { name: /Report/u }), filter]) {
    await expect.element(place).toBeVisible()
    ;(place.element() as HTMLElement).focus()
    await expect.element(hint).toBeVisible()
    await userEvent.keyboard('/')
    await expect.element(search).toHaveFocus()
    await expect.element(hint).not.toBeVisible()
    await expect.element(search).toHaveValue('')
  }
  await userEvent.keyboard('a/b')
  await expect.element(search).toHaveValue('a/b')
})

it('shows no key for the search where there is no room', async () => {
  await page.viewport(600, 800)
  const { screen } = await show()
  ;(screen.getByRole('row', { name: /Report/u }).element() as HTMLElement).focus()
  const hint = screen.container.querySelector<HTMLElement>('kbd')
  await expect.element(hint).not.toBeVisible()
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
  // Enter leaves nothing to be told later, which would end the selection.
  await type(search, 'report{Enter}')
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

it('filters by the people whose files were seen, and by nobody where there is one alone', async () => {
  const person = (id: string, name: string) => ({ id, name, avatarUrl: null })
  const [ada, ben] = [person('ada', 'Ada'), person('ben', 'Ben')]
  const owned = files.map((file, index) => ({ ...file, createdBy: index === 1 ? ben : ada }))
  const { screen, names } = await show({}, undefined, owned)
  const chip = screen.getByRole('button', { name: 'Added by', expanded: false })
  await chip.click()
  await screen.getByRole('menuitemcheckbox', { name: 'Ben' }).click()
  await expect.poll(names).toEqual(['plan B.png'])
  await screen.getByRole('menuitemcheckbox', { name: 'Ada' }).click()
  await expect.poll(names).toEqual(['Plan A.pdf', 'Report.pdf'])
  await userEvent.keyboard('{Escape}')
  await expect.element(screen.getByRole('button', { name: 'Added by Ada' })).toHaveFocus()
  await screen.unmount()
  const alone = await show()
  await expect.element(alone.screen.getByRole('button', { name: 'Visibility' })).toBeVisible()
  expect(
    alone.screen.getByRole('button', { name: 'Added by', expanded: false }).elements(),
  ).toEqual([])
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
  vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-01-20T12:00:00Z') })
  const { screen, names } = await show()
  onlineManager.setOnline(false)
  await expect.element(screen.getByText("You're offline.")).toBeVisible()
  await expect.element(screen.getByText(/Showing the list as of Today/u)).toBeVisible()
  expect(names()).toHaveLength(3)
})
