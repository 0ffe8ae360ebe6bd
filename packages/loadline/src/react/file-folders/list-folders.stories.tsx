import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileList } from 'loadline'
import type { MemoryBackendOptions } from 'loadline/testing'
import { expect, userEvent, waitFor, within } from 'storybook/test'

const meta = {
  title: 'FileList/Folders',
  component: FileList,
} satisfies Meta<typeof FileList>

export default meta

type Story = StoryObj<typeof meta>

type Folder = NonNullable<MemoryBackendOptions['folders']>[number]

function folder(id: string, name: string, above?: Folder): Folder {
  return { id, name, parentId: above?.id ?? null, path: [...(above?.path ?? []), { id, name }] }
}

const tenders = folder('d1', 'Tender documents')
const surveys = folder('d2', 'Site surveys')
const year = folder('d3', '2026', surveys)
const summer = folder('d4', 'Second campaign, berths south and west', year)
const archive = folder('d5', 'Archive')
const folders = [tenders, surveys, year, summer, archive]

const files = [
  { name: 'Quay wall elevation, sheet 14.png', size: 3_800_000, folderId: null },
  { name: 'Load test results 2026-Q2.xlsx', size: 842_000, folderId: null },
  { name: 'Tender response v12 final.docx', size: 1_100_000, folderId: 'd1' },
  { name: 'Drone pass 03, berth south.mp4', size: 684_000_000, folderId: 'd3' },
  { name: 'Mooring plan A1.dwg', size: 22_600_000, folderId: 'd4' },
].map((file, index) => ({
  ...file,
  id: `f${String(index)}`,
  status: 'ready' as const,
  url: `https://files.invalid/f${String(index)}`,
  createdAt: `2026-06-${String(28 - index)}T09:15:00Z`,
}))

const stage = { files, folders }

/** The folders stand before the files, in any order of these. */
export const Root: Story = {
  parameters: { stage },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const row = await canvas.findByRole('row', { name: /^Site surveys/u })
    await expect(canvas.getByRole('grid')).toHaveAttribute('aria-rowcount', '6')
    await canvas.findByRole('button', { name: 'New folder' })
    row.focus()
    await userEvent.keyboard('{Enter}')
    await expect(await canvas.findByRole('row', { name: /^2026/u })).toHaveFocus()
    await userEvent.keyboard('{Backspace}')
    await expect(await canvas.findByRole('row', { name: /^Site surveys/u })).toHaveFocus()
  },
}

/** Nobody walked here: the way is found by what the folders tell. */
export const Deep: Story = {
  args: { defaultFolderId: 'd4' },
  parameters: { stage, ownWords: folders.map(({ name }) => name) },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const way = await canvas.findByRole('navigation', { name: 'Folders' })
    await within(way).findByRole('button', { name: 'Site surveys' })
    await expect(within(way).getByText(summer.name).parentElement).toHaveAttribute(
      'aria-current',
      'page',
    )
  },
}

export const EmptyFolder: Story = {
  args: { defaultFolderId: 'd5' },
  parameters: { stage, ownWords: ['Archive'] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText('No files yet')
    await canvas.findByText('Archive')
  },
}

export const FolderMenu: Story = {
  parameters: { stage },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const row = await canvas.findByRole('row', { name: /^Site surveys/u })
    await canvas.findByRole('button', { name: 'New folder' })
    row.focus()
    await userEvent.keyboard('{Shift>}{F10}{/Shift}')
    await expect(await canvas.findByRole('menuitem', { name: 'Open' })).toHaveFocus()
  },
}

export const NewFolder: Story = {
  parameters: { stage, ownWords: ['Archive'] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('button', { name: 'New folder' }))
    const dialog = await canvas.findByRole('dialog', { name: 'New folder' })
    await expect(within(dialog).getByRole('textbox')).toHaveFocus()
    await userEvent.keyboard('Archive{Enter}')
    await expect(await within(dialog).findByRole('alert')).toBeVisible()
  },
}

export const NotEmpty: Story = {
  parameters: { stage },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const row = await canvas.findByRole('row', { name: /^Site surveys/u })
    await canvas.findByRole('button', { name: 'New folder' })
    row.focus()
    await userEvent.keyboard('{Delete}')
    const dialog = await canvas.findByRole('alertdialog')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Delete' }))
    await expect(await within(dialog).findByRole('alert')).toBeVisible()
  },
}

export const Moving: Story = {
  args: { defaultSelection: { kind: 'ids', ids: new Set(['f0', 'f1']) } },
  parameters: { stage },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const row = await canvas.findByRole('row', { name: /^Quay wall/u })
    row.focus()
    await userEvent.keyboard('{Shift>}{F10}{/Shift}')
    await userEvent.click(await canvas.findByRole('menuitem', { name: 'Move…' }))
    const dialog = await canvas.findByRole('dialog')
    await userEvent.click(
      await within(dialog).findByRole('button', { name: 'Show folders in Site surveys' }),
    )
    await expect(await within(dialog).findByRole('button', { name: '2026' })).toBeVisible()
  },
}

/** Files from outside of the page, over a folder. */
export const DroppedOnFolder: Story = {
  parameters: { stage },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const row = await canvas.findByRole('row', { name: /^Site surveys/u })
    await waitFor(() => expect(dragOver(row)).toBe(true))
    await expect(await canvas.findByText('To Site surveys')).toBeVisible()
    await expect(row).toHaveAttribute('data-over')
  },
}

export const Dropped: Story = {
  args: { defaultFolderId: 'd5' },
  parameters: { stage, ownWords: ['Archive'] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    await canvas.findByRole('navigation')
    await waitFor(() => expect(dragOver(grid)).toBe(true))
    await expect(await canvas.findByText('To Archive')).toBeVisible()
  },
}

/** Whether it is taken: the part that takes drops is loaded after the files. */
function dragOver(element: Element): boolean {
  const dataTransfer = new DataTransfer()
  for (const name of ['one.pdf', 'two.pdf', 'three.pdf']) {
    dataTransfer.items.add(new File(['1'], name, { type: 'application/pdf' }))
  }
  const options = { bubbles: true, cancelable: true, dataTransfer }
  return !element.dispatchEvent(new DragEvent('dragover', options))
}
