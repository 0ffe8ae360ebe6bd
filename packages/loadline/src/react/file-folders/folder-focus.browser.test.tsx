import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { userEvent } from 'vitest/browser'
import { createMemoryBackend } from '../../testing/index.js'
import '../styles/styles.css'
import { FileList } from '../file-list/file-list.js'
import { FilesProvider } from '../provider/files-provider.js'

it('leaves the focus to who goes on to the search while the files of a folder are under way', async () => {
  const step = { id: 'invoices', name: 'Invoices' }
  const backend = createMemoryBackend({
    files: [{ id: 'one', name: 'Invoice one.pdf', folderId: 'invoices' }],
    folders: [{ ...step, parentId: null, path: [step] }],
  })
  const screen = await render(
    <FilesProvider adapter={backend.adapter} timeZone="UTC">
      <FileList />
    </FilesProvider>,
  )
  await expect.element(screen.getByRole('button', { name: 'New folder' })).toBeVisible()
  const folder = screen.getByRole('row', { name: /Invoices/u })
  await expect.element(folder).toBeVisible()
  backend.hold('list')
  await folder.click()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('grid')).toHaveFocus()
  await userEvent.keyboard('/inv')
  const search = screen.getByRole('searchbox')
  await expect.element(search).toHaveFocus()
  backend.release()
  await expect.element(screen.getByText('Folder Invoices, 1 file')).toBeInTheDocument()
  await expect.element(search).toHaveFocus()
  await userEvent.keyboard('oice')
  await expect.element(search).toHaveValue('invoice')
})
