import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileList } from 'loadline'
import type { MemoryBackendOptions } from 'loadline/testing'
import { expect, userEvent, within } from 'storybook/test'

const ownReason =
  'Scanner 7 gave up: archives inside of archives are nested more than nine levels deep'

const files: NonNullable<MemoryBackendOptions['files']> = [
  { id: 'f1', name: 'Mooring plan A1.dwg', size: 22_600_000, statusReason: 'damaged' },
  { id: 'f2', name: 'Invoice 2026-041.pdf', size: 268_000, statusReason: 'infected' },
  { id: 'f3', name: 'Quay wall, sheet 14.png', size: 3_800_000, statusReason: 'content-mismatch' },
  { id: 'f4', name: 'Crane photos, June.zip', size: 178_000_000, statusReason: ownReason },
  { id: 'f5', name: 'Drone pass 03.mp4', size: 684_000_000, statusReason: null },
].map((file) => ({ ...file, status: 'error', createdAt: '2026-06-12T09:15:00Z' }))

const meta = {
  title: 'FileList/Why a file is an error',
  component: FileList,
  parameters: { stage: { files }, ownWords: [ownReason] },
} satisfies Meta<typeof FileList>

export default meta

type Story = StoryObj<typeof meta>

export const Table: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('row', { name: /Invoice.+A virus was found in it/u })
    await canvas.findByRole('row', { name: /Crane photos.+Scanner 7 gave up/u })
  },
}

export const Grid: Story = {
  args: { defaultView: 'grid' },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('gridcell', { name: /Mooring.+It is damaged/u })
  },
}

export const InDetails: Story = {
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const row = await canvas.findByRole('row', { name: /Crane photos/u })
    row.focus()
    await userEvent.keyboard('{Shift>}{F10}{/Shift}')
    await userEvent.click(await canvas.findByRole('menuitem', { name: 'Details' }))
    const panel = await canvas.findByRole('region', { name: 'Details' })
    await expect(await within(panel).findByText(ownReason)).toBeVisible()
    const badgeIn = (element: HTMLElement) => within(element).getByText("Couldn't process")
    const { color, backgroundColor } = getComputedStyle(badgeIn(row))
    await expect(badgeIn(panel)).toHaveStyle({ color, backgroundColor })
  },
}
