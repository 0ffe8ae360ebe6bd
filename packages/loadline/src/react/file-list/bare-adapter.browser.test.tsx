import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { defineAdapter, storedFile, type FileAdapter } from '../../core/index.js'
import '../styles/styles.css'
import { FilesProvider } from '../provider/files-provider.js'
import { FileList } from './file-list.js'

beforeEach(() => page.viewport(1280, 800))
afterEach(() => void vi.restoreAllMocks())

const files = ['a.pdf', 'b.pdf'].map((name) =>
  storedFile({ id: name, name, contentType: 'application/pdf', size: 1000 }),
)
const listFiles: FileAdapter['listFiles'] = () =>
  Promise.resolve({ files, total: 2, nextCursor: null })

async function show(features: Partial<FileAdapter['features']> = {}) {
  const adapter = defineAdapter({ name: 'reader', listFiles, features })
  const screen = await render(
    <FilesProvider adapter={adapter}>
      <FileList />
    </FilesProvider>,
  )
  await expect.element(screen.getByRole('row', { name: /a\.pdf/u })).toBeVisible()
  const names = (role: 'button' | 'checkbox' | 'menuitem') =>
    screen
      .getByRole(role)
      .elements()
      .map((element) => element.ariaLabel ?? element.textContent)
  return { screen, names }
}

it('offers to look, and nothing else, where an adapter can only list', async () => {
  const { screen, names } = await show()
  expect(screen.getByRole('searchbox').elements()).toEqual([])
  expect(screen.getByRole('navigation').elements()).toEqual([])
  expect(names('button')).toEqual(['Table', 'Grid', 'More actions a.pdf', 'More actions b.pdf'])
  expect(names('checkbox')).toEqual(['Select all files', 'Select a.pdf', 'Select b.pdf'])
  const others = (['link', 'combobox', 'toolbar', 'textbox', 'alert'] as const).flatMap((role) =>
    screen.getByRole(role).elements(),
  )
  expect(others).toEqual([])
  const heads = screen.getByRole('columnheader').elements()
  expect(heads.filter((head) => head.hasAttribute('aria-sort'))).toEqual([])
  await screen.getByRole('row', { name: /a\.pdf/u }).click()
  await userEvent.keyboard('{Delete}{F2}')
  expect(screen.getByRole('alertdialog').elements()).toEqual([])
  expect(screen.getByRole('textbox').elements()).toEqual([])
  await userEvent.keyboard('{Shift>}{F10}{/Shift}')
  await expect.poll(() => names('menuitem')).toEqual(['Details'])
  // What came late is there by now.
  expect(screen.getByRole('alertdialog').elements()).toEqual([])
})

it.each(['table', 'grid'] as const)(
  'says that it cannot list without listFiles, and names the method in the console: %s',
  async (view) => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => undefined)
    const screen = await render(
      <FilesProvider adapter={defineAdapter({ name: 'uploads-only' })}>
        <FileList defaultView={view} />
      </FilesProvider>,
    )
    const alert = screen.getByRole('alert')
    await expect.element(screen.getByText("The list didn't load")).toBeVisible()
    await expect.element(alert.getByText(/^The server can't list files like this\./u)).toBeVisible()
    // It would get the same answer.
    expect(alert.getByRole('button').elements()).toEqual([])
    expect(warn.mock.calls).toEqual([
      ['loadline: FileList: The adapter "uploads-only" has no listFiles.'],
    ])
    expect(screen.getByRole('row', { name: /\.pdf/u }).elements()).toEqual([])
  },
)

it('says that a search looks through what is loaded, where the backend has none', async () => {
  const { screen } = await show({ search: 'page' })
  const search = screen.getByRole('searchbox', { name: 'Search files' })
  await expect.element(search).toHaveAttribute('placeholder', 'Search in loaded files')
  await search.click()
  await userEvent.keyboard('b.p')
  await expect.element(screen.getByRole('row', { name: /a\.pdf/u })).not.toBeInTheDocument()
  await expect.element(screen.getByRole('row', { name: /b\.pdf/u })).toBeVisible()
})
