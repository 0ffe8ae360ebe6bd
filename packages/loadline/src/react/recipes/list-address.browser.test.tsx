import { FilesProvider } from 'loadline'
import { createMemoryBackend } from 'loadline/testing'
import { StrictMode } from 'react'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { AddressedList } from './list-address.stories.js'
import 'loadline/styles.css'

const before = window.location.href

beforeEach(() => page.viewport(1280, 800))
afterEach(() => window.history.replaceState(null, '', before))

const files = (
  [
    ['plan.pdf', 'ready', 3000],
    ['photo.png', 'processing', 1000],
    ['table.csv', 'ready', 2000],
  ] as const
).map(([name, status, size], index) => ({
  ...{ id: name, name, status, size, createdAt: `2026-06-1${String(index)}T09:00:00Z` },
}))

async function show(params: string) {
  const url = new URL(before)
  for (const [key, value] of new URLSearchParams(params)) url.searchParams.append(key, value)
  window.history.replaceState(null, '', url)
  const { adapter } = createMemoryBackend({ files })
  const screen = await render(
    <StrictMode>
      <FilesProvider adapter={adapter} timeZone="UTC">
        <AddressedList />
      </FilesProvider>
    </StrictMode>,
  )
  await expect.element(screen.getByRole('searchbox')).toBeVisible()
  const names = () =>
    screen
      .getByRole('row', { name: /\.(pdf|png|csv)/u })
      .elements()
      .map((row) => /^\w+/u.exec(row.querySelector('[data-loadline=name]')?.textContent ?? '')?.[0])
  const own = (key: string) => new URLSearchParams(window.location.search).getAll(key)
  return { screen, names, own }
}

it('keeps what the list was asked for in the address, and goes back by the back button', async () => {
  const { screen, names, own } = await show('tab=files')
  await expect.poll(names).toEqual(['table', 'photo', 'plan'])
  await screen.getByRole('button', { name: 'Status', expanded: false }).click()
  await screen.getByRole('menuitemcheckbox', { name: 'Ready' }).click()
  await userEvent.keyboard('{Escape}')
  await expect.poll(names).toEqual(['table', 'plan'])
  await screen.getByRole('button', { name: 'Size' }).click()
  await expect.poll(names).toEqual(['plan', 'table'])
  expect([own('status'), own('sort'), own('tab')]).toEqual([['ready'], ['-size'], ['files']])

  window.history.back()
  await expect.poll(names).toEqual(['table', 'plan'])
  window.history.back()
  await expect.poll(names).toEqual(['table', 'photo', 'plan'])
  expect([own('status'), own('sort'), own('tab')]).toEqual([[], [], ['files']])
  window.history.forward()
  await expect.element(screen.getByRole('button', { name: 'Status Ready' })).toBeVisible()
  await expect.poll(names).toEqual(['table', 'plan'])
})

it('makes one step of what is typed', async () => {
  const { screen, names, own } = await show('')
  const search = screen.getByRole('searchbox')
  await search.click()
  await userEvent.keyboard('p{Enter}')
  await expect.poll(() => own('q')).toEqual(['p'])
  await userEvent.keyboard('lan{Enter}')
  await expect.poll(() => own('q')).toEqual(['plan'])
  await expect.poll(names).toEqual(['plan'])
  window.history.back()
  await expect.element(search).toHaveValue('')
  await expect.poll(names).toHaveLength(3)
})

it('begins with what an address asks for, and leaves out what it does not know', async () => {
  const { screen, names } = await show(
    'q=p&status=ready&status=gone&visibility=all&after=soon&before=2026-06-12&sort=-secret',
  )
  await expect.poll(names).toEqual(['plan'])
  await expect.element(screen.getByRole('searchbox')).toHaveValue('p')
  await expect.element(screen.getByRole('button', { name: 'Status Ready' })).toBeVisible()
  await expect
    .element(screen.getByRole('button', { name: 'Added Until 11 Jun 2026' }))
    .toBeVisible()
  expect(screen.getByRole('button', { name: 'Remove Visibility' }).elements()).toEqual([])
})
