import { StrictMode } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent, type Locator } from 'vitest/browser'
import { defineAdapter, UploadError, type FileAdapter, type FileFolder } from '../../core/index.js'
import { invoiceFiles } from '../../../testing/invoice-files.js'
import { createMemoryBackend } from '../../testing/index.js'
import '../styles/styles.css'
import { FileList, type FileListProps } from '../file-list/file-list.js'
import { FilesProvider } from '../provider/files-provider.js'

beforeEach(() => page.viewport(1000, 800))

const invoices = folder('invoices', 'Invoices')
const year = folder('year', '2026', invoices)
const empty = folder('empty', 'Empty')

function folder(id: string, name: string, above?: FileFolder): FileFolder {
  return { id, name, parentId: above?.id ?? null, path: [...(above?.path ?? []), { id, name }] }
}

async function showFolders(props: FileListProps = {}, adapt = (adapter: FileAdapter) => adapter) {
  const backend = createMemoryBackend({ files: invoiceFiles, folders: [invoices, year, empty] })
  const listFiles = vi.fn(backend.adapter.listFiles)
  const listFolders = vi.fn(backend.adapter.listFolders)
  const adapter = adapt({ ...backend.adapter, listFiles, listFolders })
  const tree = (own: FileListProps) => (
    <StrictMode>
      <FilesProvider adapter={adapter} timeZone="UTC">
        <FileList {...own} />
      </FilesProvider>
    </StrictMode>
  )
  const screen = await render(tree(props))
  const rows = () =>
    Array.from(
      screen.container.querySelectorAll('[data-row] [data-loadline="name"] > :first-child'),
      ({ textContent }) => textContent,
    )
  const path = () =>
    Array.from(screen.container.querySelectorAll('nav li'), ({ textContent }) => textContent).join(
      ' / ',
    )
  return {
    screen,
    backend,
    listFiles,
    listFolders,
    rows,
    path,
    again: (own: FileListProps) => screen.rerender(tree(own)),
  }
}

/** An unpatched Firefox is not told by its driver that two clicks belong together. */
async function openRow(row: Locator): Promise<void> {
  await expect.element(row).toBeVisible()
  row.element().dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))
}

it('has the folders first, and counts them', async () => {
  const { screen, rows } = await showFolders()
  await expect.poll(rows).toEqual(['Empty', 'Invoices', 'Plan.pdf'])
  await expect.element(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '4')
  await expect.element(screen.getByRole('row', { name: 'Invoices Folder' })).toBeVisible()
})

it('walks into folders and up again, by key and by pointer, and keeps the focus in the list', async () => {
  const onFolderChange = vi.fn()
  const { screen, rows, path } = await showFolders({ onFolderChange })
  await screen.getByRole('row', { name: /Invoices/u }).click()
  await userEvent.keyboard('{Enter}')
  await expect.poll(rows).toEqual(['2026', 'Invoice one.pdf', 'Invoice two.pdf'])
  await expect.element(screen.getByRole('row', { name: /2026/u })).toHaveFocus()
  await expect.element(screen.getByText('Folder Invoices, 2 files')).toBeInTheDocument()
  expect(onFolderChange).toHaveBeenLastCalledWith('invoices', { path: invoices.path })
  await openRow(screen.getByRole('row', { name: /2026/u }))
  await expect.poll(path).toBe('All files / Invoices / 2026')
  await expect.poll(rows).toEqual(['Invoice deep.pdf'])
  await expect.element(screen.getByRole('row', { name: /Invoice deep/u })).toHaveFocus()
  await userEvent.keyboard('{Backspace}')
  await expect.element(screen.getByRole('row', { name: /2026/u })).toHaveFocus()
  await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}')
  await expect.element(screen.getByRole('row', { name: /Invoices/u })).toHaveFocus()
  expect(onFolderChange).toHaveBeenLastCalledWith(null, { path: [] })
  // The root has nothing above it.
  await userEvent.keyboard('{Backspace}')
  await expect.poll(rows).toEqual(['Empty', 'Invoices', 'Plan.pdf'])
  expect(onFolderChange).toHaveBeenCalledTimes(4)
})

it('has the focus on the name of a folder without rows, from where the way goes up', async () => {
  const { screen, rows } = await showFolders()
  await openRow(screen.getByRole('row', { name: /Empty/u }))
  await expect.element(screen.getByText('No files yet')).toBeVisible()
  await expect.poll(() => document.activeElement?.textContent).toBe('Empty')
  expect(document.activeElement?.getAttribute('aria-current')).toBe('page')
  await userEvent.keyboard('{Backspace}')
  await expect.poll(rows).toHaveLength(3)
  await expect.element(screen.getByRole('row', { name: /Empty/u })).toHaveFocus()
})

it('knows the way to a folder that nobody walked to', async () => {
  const { path, screen, rows } = await showFolders({ defaultFolderId: 'year' })
  await expect.poll(path).toBe('All files / Invoices / 2026')
  await screen.getByRole('button', { name: 'Invoices' }).click()
  await expect.poll(rows).toEqual(['2026', 'Invoice one.pdf', 'Invoice two.pdf'])
  await expect.element(screen.getByRole('row', { name: /2026/u })).toHaveFocus()
})

it('leaves the folder to the application that wants it, which wins over the query', async () => {
  const onFolderChange = vi.fn()
  const props = { folderId: 'invoices', onFolderChange, query: { filter: { folderId: 'year' } } }
  const { screen, rows, again } = await showFolders(props)
  await expect.poll(rows).toEqual(['2026', 'Invoice one.pdf', 'Invoice two.pdf'])
  await screen.getByRole('button', { name: 'All files' }).click()
  expect(onFolderChange).toHaveBeenCalledExactlyOnceWith(null, { path: [] })
  await expect.poll(rows).toHaveLength(3)
  await again({ ...props, folderId: null })
  await expect.poll(rows).toEqual(['Empty', 'Invoices', 'Plan.pdf'])
})

it('follows the folder of the query', async () => {
  const onQueryChange = vi.fn()
  const query = { filter: { folderId: 'invoices' } }
  const { screen, rows, again } = await showFolders({ query, onQueryChange })
  await expect.poll(rows).toHaveLength(3)
  await openRow(screen.getByRole('row', { name: /2026/u }))
  expect(onQueryChange.mock.calls[0]?.[0]).toEqual({ filter: { folderId: 'year' } })
  await again({ query: { filter: { folderId: 'year' } }, onQueryChange })
  await expect.poll(rows).toEqual(['Invoice deep.pdf'])
})

it('searches everywhere from the root, in a folder only there, and shows no folders meanwhile', async () => {
  const { screen, rows } = await showFolders()
  const search = screen.getByRole('searchbox')
  await search.click()
  await userEvent.keyboard('invoice')
  await expect.poll(rows).toEqual(['Invoice one.pdf', 'Invoice two.pdf', 'Invoice deep.pdf'])
  await userEvent.keyboard('{Control>}a{/Control}{Backspace}')
  await expect.poll(rows).toEqual(['Empty', 'Invoices', 'Plan.pdf'])
  await openRow(screen.getByRole('row', { name: /Invoices/u }))
  await expect.poll(rows).toHaveLength(3)
  await search.click()
  await userEvent.keyboard('invoice')
  await expect.poll(rows).toEqual(['Invoice one.pdf', 'Invoice two.pdf'])
})

it('knows no folders where the adapter lacks them, and never asks for one', async () => {
  const { screen, listFiles, rows } = await showFolders({}, ({ listFiles: list, features }) =>
    defineAdapter({
      name: 'plain',
      ...(list && { listFiles: list }),
      features: { ...features, filters: [] },
    }),
  )
  await expect.poll(rows).toHaveLength(4)
  expect(screen.getByRole('navigation').elements()).toHaveLength(0)
  expect(JSON.stringify(listFiles.mock.calls)).not.toContain('folderId')
})

it('shows all files at the root where the backend cannot tell those that lie there', async () => {
  const { rows } = await showFolders({}, (adapter) => ({
    ...adapter,
    features: { ...adapter.features, canFilterRoot: false },
  }))
  await expect.poll(rows).toHaveLength(6)
})

it('makes a folder: no name and a taken one are refused in words', async () => {
  const { screen, rows } = await showFolders()
  await screen.getByRole('button', { name: 'New folder' }).click()
  const dialog = screen.getByRole('dialog', { name: 'New folder' })
  await dialog.getByRole('button', { name: 'Create' }).click()
  await expect.element(dialog.getByRole('alert')).toHaveTextContent('A folder needs a name.')
  const field = dialog.getByRole('textbox', { name: 'Name of the folder' })
  await field.click()
  await userEvent.keyboard('Invoices{Enter}')
  await expect
    .element(dialog.getByRole('alert'))
    .toHaveTextContent('A folder with this name is already here')
  await userEvent.keyboard(' 2027{Enter}')
  await expect.poll(rows).toEqual(['Empty', 'Invoices', 'Invoices 2027', 'Plan.pdf'])
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(screen.getByText('Folder Invoices 2027 created')).toBeInTheDocument()
})

it('says why a folder could not be made, and keeps the name', async () => {
  const { screen } = await showFolders({}, (adapter) => ({
    ...adapter,
    createFolder: () => Promise.reject(new UploadError('forbidden')),
  }))
  await screen.getByRole('button', { name: 'New folder' }).click()
  await userEvent.keyboard('Secret{Enter}')
  await expect.element(screen.getByRole('alert')).toHaveTextContent("You're not allowed to do this")
  await expect.element(screen.getByRole('textbox', { name: /folder/u })).toHaveValue('Secret')
})

it('deletes an empty folder after asking, and tells of one that is not empty', async () => {
  const { screen, rows } = await showFolders()
  await screen.getByRole('row', { name: /Invoices/u }).click()
  await userEvent.keyboard('{Delete}')
  const full = screen.getByRole('alertdialog', { name: 'Delete the folder Invoices?' })
  await full.getByRole('button', { name: 'Delete' }).click()
  await expect
    .element(full.getByRole('alert'))
    .toHaveTextContent('It is not empty. Move or delete what is in it first.')
  await full.getByRole('button', { name: 'Cancel' }).click()
  await screen.getByRole('button', { name: 'More actions Empty' }).click()
  await screen.getByRole('menuitem', { name: /Delete folder/u }).click()
  await screen.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click()
  await expect.poll(rows).toEqual(['Invoices', 'Plan.pdf'])
  await expect.element(screen.getByText('Folder Empty deleted')).toBeInTheDocument()
})

it('offers nothing to do with folders that the adapter cannot', async () => {
  const { screen, rows } = await showFolders({}, ({ listFiles, listFolders, features }) =>
    defineAdapter({
      name: 'reader',
      features,
      ...(listFiles && { listFiles }),
      ...(listFolders && { listFolders }),
    }),
  )
  await expect.poll(rows).toHaveLength(3)
  await expect.element(screen.getByRole('navigation')).toBeVisible()
  expect(screen.getByRole('button', { name: 'New folder' }).elements()).toHaveLength(0)
  expect(screen.getByRole('button', { name: 'More actions Empty' }).elements()).toHaveLength(0)
})

it('is all there in little room: the folder and the one above it', async () => {
  await page.viewport(360, 700)
  const { screen } = await showFolders({ defaultFolderId: 'year' })
  await expect.element(screen.getByRole('button', { name: 'Invoices', exact: true })).toBeVisible()
  await expect.element(screen.getByText('All files')).not.toBeVisible()
})
