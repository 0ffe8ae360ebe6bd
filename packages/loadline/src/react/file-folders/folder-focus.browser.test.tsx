import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { userEvent } from 'vitest/browser'
import { UploadError, type FileAdapter } from '../../core/index.js'
import { createMemoryBackend } from '../../testing/index.js'
import '../styles/styles.css'
import { FileList } from '../file-list/file-list.js'
import { FilesProvider } from '../provider/files-provider.js'

it('leaves the focus to who goes on to the search while the files of a folder are under way', async () => {
  const step = { id: 'invoices', name: 'Invoices' }
  const { adapter } = createMemoryBackend({
    files: [{ id: 'one', name: 'Invoice one.pdf', folderId: 'invoices' }],
    folders: [{ ...step, parentId: null, path: [step] }],
  })
  let answer = (): void => undefined
  const listFiles: NonNullable<FileAdapter['listFiles']> = async (query, context) => {
    if (query.filter?.folderId === 'invoices') await new Promise<void>((go) => (answer = go))
    return adapter.listFiles?.(query, context) ?? Promise.reject(new UploadError('unsupported'))
  }
  const screen = await render(
    <FilesProvider adapter={{ ...adapter, listFiles }} timeZone="UTC">
      <FileList />
    </FilesProvider>,
  )
  await expect.element(screen.getByRole('button', { name: 'New folder' })).toBeVisible()
  await screen.getByRole('row', { name: /Invoices/u }).click()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('grid')).toHaveFocus()
  await userEvent.keyboard('/inv')
  const search = screen.getByRole('searchbox')
  await expect.element(search).toHaveFocus()
  answer()
  await expect.element(screen.getByText('Folder Invoices, 1 file')).toBeInTheDocument()
  await expect.element(search).toHaveFocus()
  await userEvent.keyboard('oice')
  await expect.element(search).toHaveValue('invoice')
})
