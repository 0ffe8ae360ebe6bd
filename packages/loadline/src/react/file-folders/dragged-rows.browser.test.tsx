import { beforeEach, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { createMemoryBackend } from '../../testing/index.js'
import '../styles/styles.css'
import { FileList, type FileListProps } from '../file-list/file-list.js'
import { FilesProvider } from '../provider/files-provider.js'

beforeEach(() => page.viewport(1000, 800))

const step = { id: 'invoices', name: 'Invoices' }
const byName = { sort: { key: 'name', direction: 'asc' } } as const

/** A folder with so many files. */
async function show(count: number, props: FileListProps = {}) {
  const backend = createMemoryBackend({
    folders: [{ ...step, parentId: null, path: [step] }],
    files: Array.from({ length: count }, (_, index) => ({
      id: `f${String(index)}`,
      name: `${String(index).padStart(6, '0')}.pdf`,
      folderId: 'invoices',
    })),
  })
  const screen = await render(
    <FilesProvider adapter={backend.adapter} timeZone="UTC">
      <FileList defaultFolderId="invoices" defaultQuery={byName} {...props} />
    </FilesProvider>,
  )
  await expect.element(screen.getByRole('button', { name: 'New folder' })).toBeVisible()
  const row = (index: number) =>
    screen.getByRole('row', { name: new RegExp(String(index).padStart(6, '0'), 'u') })
  const folderOf = (id: string) => backend.files().find((file) => file.id === id)?.folderId
  /** Whether it would be dropped on the root. A browser's own drags end outside of the page. */
  const drag = (index: number): boolean => {
    const dataTransfer = new DataTransfer()
    const tell = (element: Element, type: string) =>
      element.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }))
    const above = screen.getByRole('button', { name: 'All files' }).element()
    tell(row(index).element(), 'dragstart')
    const isTaken = !tell(above, 'dragover')
    tell(above, 'drop')
    tell(row(index).element(), 'dragend')
    return isTaken
  }
  return { screen, row, folderOf, drag }
}

it('moves a row that was reached by skipping those before it', async () => {
  const { screen, row, folderOf, drag } = await show(2000)
  await expect.element(row(0)).toBeVisible()
  screen.container.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()
  await userEvent.keyboard('{End}')
  await expect.element(row(1999)).toHaveFocus()
  expect(drag(1999)).toBe(true)
  await expect.poll(() => folderOf('f1999')).toBeNull()
})

it('drags no row where the application does not offer to move it', async () => {
  const without: FileListProps['actions'] = (all) => all.filter(({ id }) => id !== 'move')
  const { screen, row, folderOf, drag } = await show(2, { actions: without })
  await expect.element(row(0)).toBeVisible()
  expect(drag(0)).toBe(false)
  await screen.unmount()
  const some: FileListProps['actions'] = (all) =>
    all.map((action) =>
      action.id === 'move'
        ? { ...action, isAvailable: (rows) => rows.some(({ id }) => id === 'f1') }
        : action,
    )
  const next = await show(2, { actions: some })
  await expect.element(next.row(1)).toBeVisible()
  expect(next.drag(0)).toBe(false)
  expect(next.drag(1)).toBe(true)
  await expect.poll(() => next.folderOf('f1')).toBeNull()
  expect([folderOf('f0'), next.folderOf('f0')]).toEqual(['invoices', 'invoices'])
})
