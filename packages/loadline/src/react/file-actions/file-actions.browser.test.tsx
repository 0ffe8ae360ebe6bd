import { StrictMode } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import {
  defineAdapter,
  storedFile,
  UploadError,
  type FileAdapter,
  type FileFolder,
} from '../../core/index.js'
import { createMemoryBackend } from '../../testing/index.js'
import '../styles/styles.css'
import { FileList, type FileListProps } from '../file-list/file-list.js'
import { FilesProvider } from '../provider/files-provider.js'

beforeEach(() => page.viewport(1280, 800))

const files = ['one', 'two', 'three', 'four', 'five'].map((name, index) => ({
  id: name,
  name: `${name}.pdf`,
  size: 1000,
  status: 'ready' as const,
  visibility: 'private' as const,
  url: `https://files.example/${name}`,
  createdAt: `2026-01-0${String(9 - index)}T00:00:00Z`,
}))

interface Change {
  readonly props?: FileListProps
  readonly adapt?: (adapter: FileAdapter) => FileAdapter
  readonly folders?: readonly FileFolder[]
}

const plans = { id: 'd1', name: 'Plans', parentId: null, path: [{ id: 'd1', name: 'Plans' }] }

async function show({ props = {}, adapt = (adapter) => adapter, folders = [] }: Change = {}) {
  const backend = createMemoryBackend({ files, folders })
  const screen = await render(
    <StrictMode>
      <FilesProvider adapter={adapt(backend.adapter)} timeZone="UTC">
        <FileList {...props} />
      </FilesProvider>
    </StrictMode>,
  )
  const row = (name: string) => screen.getByRole('row', { name: new RegExp(`${name}\\.`, 'u') })
  await expect.element(row('one')).toBeVisible()
  const names = () => backend.files().map(({ name }) => name)
  const menu = async (name: string, item: string) => {
    await row(name.split('.')[0] ?? '').hover()
    await screen.getByRole('button', { name: `More actions ${name}` }).click()
    await screen.getByRole('menuitem', { name: item }).click()
  }
  const items = () =>
    screen
      .getByRole('menuitem')
      .elements()
      .map((item) => item.textContent)
  return { backend, screen, row, names, menu, items }
}

it('deletes after asking, and focuses the row in its place', async () => {
  const { screen, row, names } = await show()
  screen.container.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()
  await userEvent.keyboard('{ArrowDown}{Delete}')
  const dialog = screen.getByRole('alertdialog', { name: 'Delete two.pdf?' })
  await expect.element(dialog.getByRole('button', { name: 'Cancel' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  expect(names()).toHaveLength(5)
  await expect.element(row('two')).toHaveFocus()
  await userEvent.keyboard('{Delete}')
  await dialog.getByRole('button', { name: 'Delete', exact: true }).click()
  await expect.element(row('two')).not.toBeInTheDocument()
  await expect.element(row('three')).toHaveFocus()
  await expect.poll(names).not.toContain('two.pdf')
  await expect.element(screen.getByText('1 file deleted')).toBeInTheDocument()
  await expect.element(screen.getByRole('grid')).toHaveAttribute('aria-rowcount', '5')
})

it('deletes all that match, page by page, but what was taken out', async () => {
  const { screen, names } = await show({
    props: { pageSize: 2 },
    adapt: (adapter) => ({
      ...adapter,
      features: { ...adapter.features, maxPageSize: 2, maxFilesPerBatch: 2 },
    }),
  })
  await screen.getByRole('checkbox', { name: 'Select all files' }).click()
  await screen.getByRole('checkbox', { name: 'Select two.pdf' }).click()
  await screen.getByRole('button', { name: 'Delete' }).click()
  const dialog = screen.getByRole('alertdialog', { name: 'Delete 4 files?' })
  await dialog.getByRole('button', { name: 'Delete 4 files', exact: true }).click()
  await expect.poll(names).toEqual(['two.pdf'])
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(screen.getByText('4 files deleted')).toBeInTheDocument()
})

it('tells the result of each file, brings back what failed and tries it again', async () => {
  let isRefusing = true
  const { screen, row, names } = await show({
    adapt: (adapter) => ({
      ...adapter,
      deleteFiles: async (ids, ctx) => {
        const isRefused = (id: string) => isRefusing && id === 'two'
        const rest = ids.filter((id) => !isRefused(id))
        const result = await adapter.deleteFiles?.(rest, ctx)
        const failed = ids
          .filter(isRefused)
          .map((id) => ({ id, error: new UploadError('forbidden') }))
        return { done: result?.done ?? [], failed }
      },
    }),
  })
  await row('one').click()
  await row('three').click({ modifiers: ['Shift'] })
  await userEvent.keyboard('{Delete}')
  const question = screen.getByRole('alertdialog', { name: 'Delete 3 files?' })
  await question.getByRole('button', { name: 'Delete 3 files', exact: true }).click()
  const dialog = screen.getByRole('alertdialog', { name: '2 deleted, 1 not' })
  await expect.element(dialog.getByText("You're not allowed to do this")).toBeVisible()
  await expect.element(dialog.getByText('two.pdf').first()).toBeInTheDocument()
  expect(names()).toEqual(expect.arrayContaining(['two.pdf', 'four.pdf', 'five.pdf']))
  isRefusing = false
  await dialog.getByRole('button', { name: 'Retry these' }).click()
  await expect.poll(names).not.toContain('two.pdf')
  await expect.element(screen.getByText('1 file deleted')).toBeInTheDocument()
})

it('renames in place: the extension stays', async () => {
  const { screen, row, names } = await show()
  screen.container.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()
  await userEvent.keyboard('{F2}')
  const field = screen.getByRole('textbox', { name: 'Rename one.pdf' })
  await expect.element(field).toHaveFocus()
  await userEvent.keyboard('a/b')
  await expect.element(screen.getByRole('alert')).toHaveTextContent(`A name can't contain "/".`)
  await userEvent.keyboard('{Enter}')
  await expect.element(field).toHaveValue('a/b.pdf')
  await userEvent.keyboard('{Backspace}{Backspace}2{Enter}')
  await expect.element(row('a2')).toHaveFocus()
  await expect.poll(names).toContain('a2.pdf')
  await expect.element(screen.getByText('Renamed to a2.pdf')).toBeInTheDocument()
  await userEvent.keyboard('{F2}nothing{Escape}')
  await expect.element(row('a2')).toHaveFocus()
})

it('keeps the field open over a name that the backend refuses, and says why', async () => {
  const refuse = vi.fn<NonNullable<FileAdapter['renameFile']>>(() =>
    Promise.reject(new UploadError('conflict')),
  )
  const { screen, row } = await show({ adapt: (adapter) => ({ ...adapter, renameFile: refuse }) })
  screen.container.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()
  await userEvent.keyboard('{F2}new{Enter}')
  const field = screen.getByRole('textbox', { name: 'Rename one.pdf' })
  await expect
    .element(screen.getByRole('alert'))
    .toHaveTextContent('A file with this name is already here')
  await expect.element(field).toHaveFocus()
  await userEvent.keyboard('{Enter}')
  expect(refuse).toHaveBeenCalledOnce()
  await userEvent.keyboard('2')
  await expect.element(screen.getByRole('alert')).not.toBeInTheDocument()
  await userEvent.keyboard('{Enter}')
  await expect.element(screen.getByRole('alert')).toBeVisible()
  expect(refuse).toHaveBeenCalledTimes(2)
  await userEvent.keyboard('{Escape}')
  await expect.element(field).not.toBeInTheDocument()
  await expect.element(row('one')).toHaveFocus()
})

it('opens the menu of a row by keys, and goes back to it', async () => {
  const { screen, row } = await show()
  screen.container.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()
  await userEvent.keyboard('{Shift>}{F10}{/Shift}')
  const menu = screen.getByRole('menu', { name: 'More actions one.pdf' })
  await expect.element(menu.getByRole('menuitem', { name: 'Open' })).toHaveFocus()
  await userEvent.keyboard('r')
  await expect.element(menu.getByRole('menuitem', { name: 'Rename' })).toHaveFocus()
  await userEvent.keyboard('{Escape}')
  await expect.element(menu).not.toBeInTheDocument()
  await expect.element(row('one')).toHaveFocus()
})

it('opens the menu of a selection where the pointer is', async () => {
  const { screen, row, backend } = await show()
  await row('one').click()
  await row('two').click({ modifiers: ['Control'] })
  await row('two').click({ button: 'right' })
  await screen.getByRole('menuitem', { name: 'Make public' }).click()
  const publicFiles = () => backend.files().filter(({ visibility }) => visibility === 'public')
  await expect.poll(() => publicFiles().map(({ id }) => id)).toEqual(['one', 'two'])
  await expect.element(screen.getByText('2 files changed')).toBeInTheDocument()
})

it('moves into a folder: what is shown of another is gone', async () => {
  const { screen, row, backend, menu } = await show({ folders: [plans] })
  await menu('three.pdf', 'Move…')
  await screen.getByRole('dialog').getByRole('button', { name: 'Plans' }).click()
  await expect.element(row('three')).not.toBeInTheDocument()
  await expect.poll(() => backend.files().find(({ id }) => id === 'three')?.folderId).toBe('d1')
})

it('copies a link, or shows it to be copied', async () => {
  const { screen, menu } = await show()
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce()
  await menu('one.pdf', 'Copy link')
  expect(write).toHaveBeenCalledWith('https://files.example/one')
  await expect.element(screen.getByText('Link copied')).toBeInTheDocument()
  write.mockRejectedValueOnce(new DOMException('', 'NotAllowedError'))
  await menu('one.pdf', 'Copy link')
  await expect
    .element(screen.getByRole('textbox', { name: 'Copy this link' }))
    .toHaveValue('https://files.example/one')
  write.mockRestore()
})

it('opens by Enter and by double click', async () => {
  const onFileOpen = vi.fn<NonNullable<FileListProps['onFileOpen']>>()
  const { row } = await show({ props: { onFileOpen } })
  await row('two').click()
  // An unpatched Firefox is not told by its driver that two clicks belong together.
  row('two')
    .element()
    .dispatchEvent(new MouseEvent('dblclick', { bubbles: true }))
  await userEvent.keyboard('{ArrowDown}{Enter}')
  const opened = onFileOpen.mock.calls.map(([details]) => details.file.id)
  expect(opened).toEqual(['two', 'three'])
})

it('offers what the application adds, and nothing that it leaves out', async () => {
  const onAction = vi.fn()
  const share = { id: 'share', label: 'Share', onAction }
  const { screen, menu, items } = await show({
    props: { actions: (defaults) => [...defaults.filter(({ id }) => id === 'rename'), share] },
  })
  await menu('one.pdf', 'Share')
  expect(onAction).toHaveBeenCalledWith(
    [expect.objectContaining({ id: 'one' })],
    expect.objectContaining({ selection: { kind: 'ids', ids: new Set(['one']) } }),
  )
  await screen.getByRole('button', { name: 'More actions one.pdf' }).click()
  await expect.poll(items).toEqual(['RenameF2', 'Share'])
})

it('offers nothing that the adapter lacks', async () => {
  const { screen, items } = await show({
    adapt: ({ listFiles, features }) => defineAdapter({ name: 'reads', listFiles, features }),
  })
  await screen.getByRole('button', { name: 'More actions one.pdf' }).click()
  await expect.poll(items).toEqual(['Open', 'Download', 'Copy link', 'Details'])
})

it('offers no folder and no category where none can be chosen', async () => {
  const { screen, items } = await show({
    adapt: (adapter) => ({ ...adapter, listFolders: undefined, listCategories: undefined }),
  })
  await screen.getByRole('button', { name: 'More actions one.pdf' }).click()
  const dialogs = () => items().filter((item) => item?.endsWith('…'))
  await expect.poll(dialogs).toEqual(['Attach to…'])
})

it('downloads and copies by an address that is asked for anew where it is over', async () => {
  const over = new Date(Date.now() - 1000).toISOString()
  const later = new Date(Date.now() + 3_600_000).toISOString()
  const getFiles = vi.fn<NonNullable<FileAdapter['getFiles']>>((ids) => {
    const fresh = { url: 'https://files.example/fresh', urlExpiresAt: later }
    return Promise.resolve(
      ids.map((id) => ({ ok: true, value: storedFile({ id, name: `${id}.pdf`, ...fresh }) })),
    )
  })
  const { menu } = await show({
    adapt: (adapter) => ({
      ...adapter,
      getFiles,
      listFiles: async (query, ctx) => {
        const listed = await adapter.listFiles?.(query, ctx)
        const old = (listed?.files ?? []).map((file) => ({ ...file, urlExpiresAt: over }))
        return { files: old, total: old.length, nextCursor: null }
      },
    }),
  })
  const write = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValueOnce()
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined)
  await menu('one.pdf', 'Copy link')
  await expect.poll(() => write.mock.calls).toEqual([['https://files.example/fresh']])
  await menu('one.pdf', 'Download')
  await expect.poll(() => click.mock.contexts).toHaveLength(1)
  const [link] = click.mock.contexts as HTMLAnchorElement[]
  expect([link?.href, link?.download]).toEqual(['https://files.example/fresh', 'one.pdf'])
  write.mockRestore()
  click.mockRestore()
})
