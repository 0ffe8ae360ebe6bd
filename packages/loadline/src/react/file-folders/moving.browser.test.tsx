import { StrictMode } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, server, userEvent, type Locator } from 'vitest/browser'
import { UploadError, type FileAdapter } from '../../core/index.js'
import { invoiceFiles } from '../../../testing/invoice-files.js'
import { createMemoryBackend } from '../../testing/index.js'
import '../styles/styles.css'
import { FileList, type FileListProps } from '../file-list/file-list.js'
import { FilesProvider } from '../provider/files-provider.js'

beforeEach(() => page.viewport(1000, 800))

const step = { id: 'invoices', name: 'Invoices' }
const inner = { id: 'year', name: '2026' }
const folders = [
  { ...step, parentId: null, path: [step] },
  { ...inner, parentId: 'invoices', path: [step, inner] },
]

async function showFolders(
  props: FileListProps = {},
  adapt = (adapter: FileAdapter) => adapter,
  stored = invoiceFiles,
) {
  const backend = createMemoryBackend({ files: stored, folders })
  const listFolders = vi.fn(backend.adapter.listFolders)
  const screen = await render(
    <StrictMode>
      <FilesProvider adapter={adapt({ ...backend.adapter, listFolders })} timeZone="UTC">
        <FileList {...props} />
      </FilesProvider>
    </StrictMode>,
  )
  // What takes a drag is loaded after the rows.
  await expect.element(screen.getByRole('button', { name: 'New folder' })).toBeVisible()
  const rows = () =>
    Array.from(
      screen.container.querySelectorAll('[data-row] [data-loadline="name"] > :first-child'),
      ({ textContent }) => textContent,
    )
  return { screen, backend, listFolders, rows }
}

/** An unpatched Firefox's drags do not become those of the page. */
async function dragOnto(row: Locator, target: Locator): Promise<void> {
  if (server.browser !== 'firefox') return row.dropTo(target)
  await expect.element(row).toBeVisible()
  const dataTransfer = new DataTransfer()
  const tell = (at: Locator, type: string) =>
    at
      .element()
      .dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
  tell(row, 'dragstart')
  tell(target, 'dragover')
  tell(target, 'drop')
  tell(row, 'dragend')
}

it('moves a row that is dragged onto a folder, and the whole selection with it', async () => {
  const { screen, rows, backend } = await showFolders({ defaultFolderId: 'invoices' })
  const folderOf = (id: string) => backend.files().find((file) => file.id === id)?.folderId
  const into = screen.getByRole('row', { name: /2026/u })
  await dragOnto(screen.getByRole('row', { name: /Invoice one/u }), into)
  await expect.poll(rows).toEqual(['2026', 'Invoice two.pdf'])
  await expect.poll(() => folderOf('one')).toBe('year')
  await into.click()
  await userEvent.keyboard('{Enter}')
  await expect.poll(rows).toEqual(['Invoice one.pdf', 'Invoice deep.pdf'])
  await screen.getByRole('row', { name: /Invoice one/u }).click()
  await userEvent.keyboard('{Control>}a{/Control}')
  const above = screen.getByRole('button', { name: 'All files' })
  await dragOnto(screen.getByRole('row', { name: /Invoice deep/u }), above)
  await expect.poll(rows).toEqual([])
  await expect.poll(() => [folderOf('one'), folderOf('deep')]).toEqual([null, null])
  await expect.element(screen.getByText('2 files changed')).toBeInTheDocument()
})

it('puts a dragged row back where the backend did not move it', async () => {
  const { screen, rows } = await showFolders({}, (adapter) => ({
    ...adapter,
    moveFiles: (ids) =>
      Promise.resolve({
        done: [],
        failed: ids.map((id) => ({ id, error: new UploadError('forbidden') })),
      }),
  }))
  const target = screen.getByRole('row', { name: /Invoices/u })
  await dragOnto(screen.getByRole('row', { name: /Plan/u }), target)
  const told = screen.getByRole('alertdialog').getByText("You're not allowed to do this")
  await expect.element(told).toBeVisible()
  await expect.poll(rows).toEqual(['Invoices', 'Plan.pdf'])
})

it('shows what was moved into a folder that was looked into before, as soon as it is opened', async () => {
  const { screen, rows } = await showFolders({}, undefined, invoiceFiles.slice(0, 1))
  const into = screen.getByRole('row', { name: /Invoices/u })
  await into.click()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByText('Folder Invoices, 0 files')).toBeInTheDocument()
  await userEvent.keyboard('{Backspace}')
  await dragOnto(screen.getByRole('row', { name: /Plan/u }), into)
  await expect.element(screen.getByText('1 file changed')).toBeInTheDocument()
  await into.click()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByText('Folder Invoices, 1 file')).toBeInTheDocument()
  await expect.element(screen.getByRole('row', { name: /2026/u })).toHaveFocus()
  expect(rows()).toEqual(['2026', 'Plan.pdf'])
})

it('moves by key: the dialog asks for the folders inside of one when it is opened', async () => {
  const { screen, rows, backend, listFolders } = await showFolders()
  await screen.getByRole('row', { name: /Plan/u }).click()
  await userEvent.keyboard('{Shift>}{F10}{/Shift}')
  await screen.getByRole('menuitem', { name: 'Move…' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Move…' })
  await dialog.getByRole('button', { name: 'Show folders in Invoices' }).click()
  await dialog.getByRole('button', { name: '2026', exact: true }).click()
  await expect.poll(rows).toEqual(['Invoices'])
  expect(backend.files().find(({ id }) => id === 'root')?.folderId).toBe('year')
  expect(listFolders.mock.calls.map(([id]) => id)).not.toContain('year')
})

it('marks the folder where the files are now in the dialog, where all are in one', async () => {
  const { screen } = await showFolders({ defaultFolderId: 'invoices' })
  const dialog = screen.getByRole('dialog', { name: 'Move…' })
  const marked = () =>
    [...dialog.element().querySelectorAll('[aria-current]')].map((choice) => choice.textContent)
  const ask = async (row: string) => {
    await screen.getByRole('row', { name: new RegExp(row, 'u') }).click()
    await userEvent.keyboard('{Shift>}{F10}{/Shift}')
    await screen.getByRole('menuitem', { name: 'Move…' }).click()
  }
  await ask('Invoice one')
  const here = dialog.getByRole('button', { name: 'Invoices Here now', exact: true })
  await expect.element(here).toHaveAttribute('aria-current', 'true')
  expect(marked()).toEqual(['Invoices Here now'])
  await userEvent.keyboard('{Escape}')
  await screen.getByRole('button', { name: 'All files' }).click()
  await ask('Plan')
  await expect.element(dialog.getByRole('button', { name: 'All files Here now' })).toBeVisible()
  expect(marked()).toEqual(['All files Here now'])
  await userEvent.keyboard('{Escape}')
  // What is found lies here and there.
  await screen.getByRole('searchbox').click()
  // Enter leaves nothing to be told later, which would end the selection.
  await userEvent.keyboard('invoice{Enter}')
  await expect.element(screen.getByRole('row', { name: /Invoice deep/u })).toBeVisible()
  await screen.getByRole('row', { name: /Invoice one/u }).click()
  await screen.getByRole('row', { name: /Invoice deep/u }).click({ modifiers: ['Shift'] })
  await userEvent.keyboard('{Shift>}{F10}{/Shift}')
  await screen.getByRole('menuitem', { name: 'Move…' }).click()
  await expect.element(dialog.getByRole('button', { name: 'Invoices', exact: true })).toBeVisible()
  expect(marked()).toEqual([])
})
