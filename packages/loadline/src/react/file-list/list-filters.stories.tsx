import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileList } from 'loadline'
import type { MemoryBackendOptions } from 'loadline/testing'
import { expect, userEvent, within } from 'storybook/test'

const files: NonNullable<MemoryBackendOptions['files']> = [
  { id: 'f1', name: 'Mooring plan A1.dwg', size: 22_600_000, createdAt: '2026-06-01T09:15:00Z' },
  { id: 'f2', name: 'Invoice 2026-041.pdf', size: 268_000, createdAt: '2026-06-12T09:15:00Z' },
  { id: 'f3', name: 'Drone pass 03.mp4', size: 684_000_000, createdAt: '2026-06-13T09:15:00Z' },
]

const meta = {
  title: 'FileList/Filters',
  component: FileList,
  parameters: { stage: { files } },
} satisfies Meta<typeof FileList>

export default meta

type Story = StoryObj<typeof meta>

/** Where there is no room for the chips they stand behind a button. */
async function findChip(canvasElement: HTMLElement, name: RegExp): Promise<HTMLElement> {
  const canvas = within(canvasElement)
  await canvas.findByRole('row', { name: /Invoice/u })
  const filters = canvas.queryByRole('button', { name: /^Filters/u })
  if (filters !== null) await userEvent.click(filters)
  return canvas.findByRole('button', { name, expanded: false })
}

export const ChoosingDays: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await findChip(canvasElement, /^Added$/u))
    await userEvent.click(await canvas.findByRole('menuitem', { name: 'Choose dates…' }))
    const dialog = await canvas.findByRole('dialog', { name: 'Added' })
    await expect(within(dialog).getByLabelText('From')).toHaveFocus()
  },
}

export const ChosenDays: Story = {
  args: {
    defaultQuery: {
      filter: {
        createdAfter: '2026-05-31T23:59:59.999Z',
        createdBefore: '2026-06-13T00:00:00.000Z',
      },
    },
  },
  play: async ({ canvasElement }) => {
    await findChip(canvasElement, /^Added 1 – 12 Jun 2026$/u)
    await expect(within(canvasElement).getAllByRole('row')).toHaveLength(3)
  },
}

export const StatusAndVisibility: Story = {
  args: { defaultQuery: { filter: { statuses: ['ready'], visibility: 'private' } } },
  parameters: { stage: { files: files.map((file) => ({ ...file, visibility: 'private' })) } },
  play: async ({ canvasElement }) => {
    await findChip(canvasElement, /^Status Ready$/u)
    await within(canvasElement).findByRole('button', { name: 'Visibility Private' })
  },
}
