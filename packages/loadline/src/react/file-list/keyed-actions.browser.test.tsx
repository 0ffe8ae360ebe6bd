import { expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { userEvent } from 'vitest/browser'
import { createMemoryBackend } from '../../testing/index.js'
import '../styles/styles.css'
import type { FileAction } from '../file-actions/file-action.js'
import { FilesProvider } from '../provider/files-provider.js'
import { FileList, type FileListProps } from './file-list.js'

type Change = (action: FileAction) => FileAction

async function show(change: FileListProps['actions']) {
  const { adapter } = createMemoryBackend({
    files: ['one', 'two'].map((id) => ({ id, name: `${id}.pdf`, size: 1000 })),
  })
  const screen = await render(
    <FilesProvider adapter={adapter} timeZone="UTC">
      <FileList actions={change} />
    </FilesProvider>,
  )
  const row = (name: string) => screen.getByRole('row', { name: new RegExp(name, 'u') })
  const press = async (name: string, key: string) => {
    await row(name).click()
    await userEvent.keyboard(key)
  }
  return { screen, press }
}

const changed =
  (id: string, change: Change): FileListProps['actions'] =>
  (all) =>
    all.map((action) => (action.id === id ? change(action) : action))

it('does nothing by a key that the application does not offer', async () => {
  const onAction = vi.fn()
  const { screen, press } = await show((all) => [
    ...all.filter(({ id }) => id !== 'rename' && id !== 'delete'),
    { id: 'delete', label: 'Delete', isAvailable: () => false, onAction },
  ])
  await press('one', '{F2}{Delete}')
  await press('two', '{Delete}{F2}')
  expect(screen.getByRole('textbox', { name: /Rename/u }).elements()).toHaveLength(0)
  expect(onAction).not.toHaveBeenCalled()
})

it('asks for a file to be deleted only where that can be', async () => {
  const { screen, press } = await show(
    changed('delete', (action) => ({
      ...action,
      isAvailable: (rows) => rows.every(({ id }) => id !== 'one'),
    })),
  )
  const dialog = screen.getByRole('alertdialog')
  await press('one', '{Delete}')
  await press('two', '{Delete}')
  await expect.element(dialog).toHaveAccessibleName('Delete two.pdf?')
})

it("renames by F2 in the application's own way", async () => {
  const onAction = vi.fn<FileAction['onAction']>()
  const { screen, press } = await show(changed('rename', (action) => ({ ...action, onAction })))
  await press('one', '{F2}')
  expect(onAction.mock.calls.map(([rows]) => rows.map(({ id }) => id))).toEqual([['one']])
  expect(screen.getByRole('textbox', { name: /Rename/u }).elements()).toHaveLength(0)
})

it('renames the row that has the focus, also where more are selected', async () => {
  const { screen, press } = await show(undefined)
  await press('one', '{Control>}a{/Control}{F2}')
  await expect.element(screen.getByRole('textbox', { name: 'Rename one.pdf' })).toHaveFocus()
})
