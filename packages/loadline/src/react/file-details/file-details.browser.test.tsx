import { StrictMode } from 'react'
import { beforeEach, expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { page, userEvent } from 'vitest/browser'
import { UploadError, type FileAdapter } from '../../core/index.js'
import { createMemoryBackend } from '../../testing/index.js'
import { FileList } from '../file-list/file-list.js'
import { FilesProvider } from '../provider/files-provider.js'
import '../styles/styles.css'

beforeEach(() => page.viewport(1280, 800))

const files = ['one', 'two'].map((name, index) => ({
  id: name,
  name: `${name}.pdf`,
  size: 1000,
  url: `https://files.example/${name}`,
  createdAt: `2026-01-0${String(9 - index)}T00:00:00Z`,
  associations: [
    { id: `a-${name}`, entityName: 'invoice', entityReference: `2026-${name}` },
    { id: `b-${name}`, entityName: 'room', entityReference: `pier ${name}` },
  ],
  metadata: { reviewedBy: '<b>Ada</b>', pages: 2 },
}))

async function show(adapt: (adapter: FileAdapter) => FileAdapter = (adapter) => adapter) {
  const backend = createMemoryBackend({ files })
  const screen = await render(
    <StrictMode>
      <FilesProvider adapter={adapt(backend.adapter)} timeZone="UTC">
        <FileList />
      </FilesProvider>
    </StrictMode>,
  )
  const row = (name: string) => screen.getByRole('row', { name: new RegExp(`${name}\\.`, 'u') })
  await expect.element(row('one')).toBeVisible()
  const panel = screen.getByRole('region', { name: 'Details' })
  const open = async (name: string) => {
    ;(row(name).element() as HTMLElement).focus()
    await userEvent.keyboard('{Shift>}{F10}{/Shift}')
    await screen.getByRole('menuitem', { name: 'Details' }).click()
    await expect.element(panel).toBeVisible()
  }
  const links = (id: string) => {
    const file = backend.files().find((one) => one.id === id)
    return file?.associations?.map(({ entityReference }) => entityReference)
  }
  return { backend, screen, row, panel, open, links }
}

it('shows what is known of a file as text, and goes back to its row', async () => {
  const { panel, open, row } = await show()
  await open('one')
  await expect.element(panel).toHaveFocus()
  await expect.element(panel.getByText('<b>Ada</b>')).toBeVisible()
  await expect.element(panel.getByText('2026-one')).toBeVisible()
  await userEvent.keyboard('{Escape}')
  await expect.element(panel).not.toBeInTheDocument()
  await expect.element(row('one')).toHaveFocus()
})

it('follows the selection while it is open, and leaves the focus where it is', async () => {
  const { panel, open, row } = await show()
  await open('one')
  await row('two').click()
  await expect.element(panel.getByText('2026-two')).toBeVisible()
  await expect.element(row('two')).toHaveFocus()
  await panel.getByRole('button', { name: 'Close' }).click()
  await expect.element(row('two')).toHaveFocus()
})

it('detaches at once, and takes it back where the backend refuses', async () => {
  let isRefusing = true
  const { panel, open, links } = await show((adapter) => ({
    ...adapter,
    deleteAssociations: async (ids, ctx) => {
      if (!isRefusing)
        return (await adapter.deleteAssociations?.(ids, ctx)) ?? { done: [], failed: [] }
      return { done: [], failed: ids.map((id) => ({ id, error: new UploadError('forbidden') })) }
    },
  }))
  await open('one')
  await panel.getByRole('button', { name: 'Detach 2026-one' }).click()
  await expect.element(panel.getByRole('alert')).toHaveTextContent("You're not allowed to do this")
  await expect.element(panel.getByText('2026-one')).toBeVisible()
  isRefusing = false
  await panel.getByRole('button', { name: 'Detach 2026-one' }).click()
  await expect.element(panel.getByText('2026-one')).not.toBeInTheDocument()
  await expect.poll(() => links('one')).toEqual(['pier one'])
  await expect.element(panel.getByText('pier one')).toBeVisible()
})

it('attaches to what is named, and says what is missing', async () => {
  const { panel, open, screen, links } = await show()
  await open('one')
  await panel.getByRole('button', { name: 'Attach' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Attach to…' })
  await dialog.getByRole('textbox', { name: 'Kind' }).fill('project')
  await dialog.getByRole('button', { name: 'Attach' }).click()
  await expect.element(dialog.getByRole('alert')).toHaveTextContent("This can't be empty.")
  await expect.element(dialog.getByRole('textbox', { name: 'Reference' })).toHaveFocus()
  await userEvent.keyboard('P7{Enter}')
  await expect.element(dialog).not.toBeInTheDocument()
  await expect.element(panel.getByText('P7', { exact: true })).toBeVisible()
  await expect.poll(() => links('one')).toEqual(['2026-one', 'pier one', 'P7'])
  // The backend gave it an id: it can be taken back.
  await panel.getByRole('button', { name: 'Detach P7' }).click()
  await expect.poll(() => links('one')).toEqual(['2026-one', 'pier one'])
})

it('attaches many files, with a result for each', async () => {
  const { row, screen, links } = await show((adapter) => ({
    ...adapter,
    createAssociations: async (ids, input, ctx) => {
      const rest = ids.filter((id) => id !== 'two')
      const result = await adapter.createAssociations?.(rest, input, ctx)
      const error = new UploadError('forbidden')
      return {
        done: result?.done ?? [],
        associations: result?.associations ?? [],
        failed: [{ id: 'two', error }],
      }
    },
  }))
  await row('one').click()
  await row('two').click({ modifiers: ['Shift'] })
  await screen.getByRole('button', { name: 'Attach to…' }).click()
  const dialog = screen.getByRole('dialog', { name: 'Attach to…' })
  await dialog.getByRole('textbox', { name: 'Kind' }).fill('project')
  await dialog.getByRole('textbox', { name: 'Reference' }).fill('P7')
  await dialog.getByRole('button', { name: 'Attach' }).click()
  await expect.element(screen.getByRole('alertdialog', { name: '1 changed, 1 not' })).toBeVisible()
  expect(links('one')).toEqual(['2026-one', 'pier one', 'P7'])
})

it('asks for what the list leaves out, and offers no link that cannot be made or cut', async () => {
  const getFile = vi.fn<NonNullable<FileAdapter['getFile']>>()
  const { panel, open } = await show((adapter) => ({
    ...adapter,
    createAssociations: undefined,
    deleteAssociations: undefined,
    listFiles: async (query, ctx) => {
      const result = await adapter.listFiles?.(query, ctx)
      const listed = result?.files.map((file) => ({ ...file, associations: null })) ?? []
      return { files: listed, total: listed.length, nextCursor: null }
    },
    getFile: getFile.mockImplementation(async (id, ctx) => {
      const file = await adapter.getFile?.(id, ctx)
      if (file === undefined) throw new UploadError('not-found')
      return file
    }),
  }))
  await open('one')
  await expect.element(panel.getByText('2026-one')).toBeVisible()
  expect(getFile.mock.calls.every(([id]) => id === 'one')).toBe(true)
  expect(panel.getByRole('button', { name: /^(Attach|Detach)/u }).elements()).toHaveLength(0)
})
