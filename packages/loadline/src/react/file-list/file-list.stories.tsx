import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileList, type UploadQueue } from 'loadline'
import { makeFile, type MemoryBackend, type MemoryBackendOptions } from 'loadline/testing'
import { expect, userEvent, within } from 'storybook/test'

const meta = {
  title: 'FileList',
  component: FileList,
} satisfies Meta<typeof FileList>

export default meta

type Story = StoryObj<typeof meta>

/** What the decorator of every story gives. */
interface Stage {
  readonly backend: MemoryBackend
  readonly queue: UploadQueue
}

const today = (time: string) => `${new Date().toISOString().slice(0, 10)}T${time}:00Z`

const stored: NonNullable<MemoryBackendOptions['files']> = [
  {
    id: 'f1',
    name: 'Quay wall elevation, sheet 14.png',
    size: 3_800_000,
    createdAt: today('00:02'),
  },
  { id: 'f2', name: 'Load test results 2026-Q2.xlsx', size: 842_000, createdAt: today('00:01') },
  {
    id: 'f3',
    name: `Tender response v12 final (${'approved by legal, '.repeat(9)}again).docx`,
    size: 1_100_000,
    createdAt: '2026-06-12T09:15:00Z',
  },
  {
    id: 'f4',
    name: 'Drone pass 03, berth south.mp4',
    size: 684_000_000,
    status: 'processing',
    createdAt: '2026-06-11T09:15:00Z',
  },
  {
    id: 'f5',
    name: 'Mooring plan A1.dwg',
    size: 22_600_000,
    status: 'error',
    statusReason: 'damaged',
    createdAt: '2025-06-11T09:15:00Z',
  },
  { id: 'f6', name: 'Crane inspection photos, June.zip', size: 178_000_000, createdAt: null },
  {
    id: 'f7',
    name: 'صور فحص الرافعات، يونيو.pdf',
    size: 268_000,
    createdAt: '2025-01-02T00:00:00Z',
  },
]

const files = stored.map((file) => ({ url: `https://files.invalid/${file.id}`, ...file }))

const drawings = {
  id: 'c1',
  key: 'DRAWINGS',
  name: 'Drawings',
  maxSize: null,
  contentTypes: null,
  defaultVisibility: null,
}

const people = ['Mia Okafor', 'Jonas Lind', 'Sofía Reyes'].map((name) => ({
  ...{ id: name, name, avatarUrl: null },
}))

const ownWords = ['Drawings', 'Mia Okafor', 'Jonas Lind', 'Sofía Reyes']

/** Everything is known of them. */
const whole = files.map((file, index) => ({
  ...file,
  category: drawings,
  visibility: index % 2 === 0 ? ('public' as const) : ('private' as const),
  createdBy: people[index % people.length] ?? null,
}))

export const Filled: Story = {
  parameters: { stage: { files: whole, categories: [drawings] }, ownWords },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid', { name: 'Files' })
    await within(grid).findByRole('row', { name: /Quay wall elevation, sheet 14\.png/u })
    await expect(grid).toHaveAttribute('aria-rowcount', '8')
    await expect(within(grid).getByRole('columnheader', { name: 'Added' })).toHaveAttribute(
      'aria-sort',
      'descending',
    )
    const [, first, second] = within(grid).getAllByRole('row')
    first?.focus()
    await userEvent.keyboard('{ArrowDown}')
    await expect(second).toHaveFocus()
    const isTurned =
      getComputedStyle(canvasElement.firstElementChild ?? canvasElement).direction === 'rtl'
    await userEvent.keyboard(isTurned ? '{ArrowLeft}' : '{ArrowRight}')
    await expect(document.activeElement?.closest('[role="gridcell"]')).toBeVisible()
    await expect(second).toContainElement(document.activeElement as HTMLElement)
  },
}

export const Selected: Story = {
  args: { defaultSelection: { kind: 'ids', ids: new Set(['f2', 'f3']) } },
  parameters: { stage: { files: whole, categories: [drawings] }, ownWords },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const bar = await canvas.findByRole('toolbar', { name: 'Selection' })
    await within(bar).findByText(/^2 selected/u)
    await within(bar).findByRole('button', { name: 'Delete' })
    await expect(await canvas.findByRole('row', { name: /Load test/u })).toHaveAttribute(
      'aria-selected',
      'true',
    )
  },
}

export const RowMenu: Story = {
  parameters: { stage: { files } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const row = await canvas.findByRole('row', { name: /Load test/u })
    row.focus()
    await userEvent.keyboard('{Shift>}{F10}{/Shift}')
    await expect(await canvas.findByRole('menuitem', { name: 'Open' })).toHaveFocus()
  },
}

export const Renaming: Story = {
  parameters: { stage: { files }, ownWords: ['Load test results 2026-Q2.xlsx'] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const row = await canvas.findByRole('row', { name: /Load test/u })
    row.focus()
    await userEvent.keyboard('{F2}')
    await userEvent.keyboard('Tide tables / 41')
    await expect(await canvas.findByRole('alert')).toBeVisible()
  },
}

export const Deleting: Story = {
  args: { defaultSelection: { kind: 'ids', ids: new Set(['f1', 'f2', 'f3']) } },
  parameters: { stage: { files } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const row = await canvas.findByRole('row', { name: /Load test/u })
    row.focus()
    await userEvent.keyboard('{Delete}')
    const dialog = await canvas.findByRole('alertdialog', { name: 'Delete 3 files?' })
    await expect(within(dialog).getByRole('button', { name: 'Cancel' })).toHaveFocus()
  },
}

export const Searched: Story = {
  args: { defaultQuery: { search: 're', filter: { statuses: ['ready', 'error'] } } },
  parameters: { stage: { files, categories: [drawings] } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText(/matches$/u)
    if (canvasElement.clientWidth < 480) {
      await userEvent.click(await canvas.findByRole('button', { name: 'Filters 1' }))
    }
    await canvas.findByRole('button', { name: /^Status Ready/u })
  },
}

export const NoMatch: Story = {
  args: { defaultQuery: { search: 'fender detial', filter: { visibility: 'public' } } },
  parameters: { stage: { files }, ownWords: ['fender detial'] },
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByText('Nothing matches “fender detial”'),
    ).toBeVisible()
  },
}

export const Large: Story = {
  parameters: {
    stage: {
      files: Array.from({ length: 10_000 }, (_, index) => ({
        id: String(index),
        name: `Tide gauge ${String(index)}.csv`,
        size: 64_000,
        status: 'ready',
        createdAt: '2026-06-12T09:15:00Z',
      })),
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const grid = await canvas.findByRole('grid')
    await canvas.findByRole('row', { name: /Tide gauge 0\.csv/u })
    await expect(grid).toHaveAttribute('aria-rowcount', '10001')
  },
}

export const LiveUploads: Story = {
  parameters: {
    ownWords,
    stage: {
      files: whole,
      categories: [drawings],
      stopsAt: { 'Harbour walkthrough, night shift, 4K master.mov': 0.62 },
      failsInStore: {
        'Site survey point cloud.e57': 'forbidden',
        'Mooring plan A2.dwg': 'network',
      },
      uploads: { retry: { baseDelayMs: 9_000 } },
      prepare: ({ queue }: Stage) => {
        queue.add([makeFile({ name: 'Mooring plan A2.dwg', size: 320_000 })])
        queue.add([makeFile({ name: 'Site survey point cloud.e57', size: 820_000 })])
        queue.add([
          makeFile({ name: 'Harbour walkthrough, night shift, 4K master.mov', size: 1_920_000 }),
        ])
      },
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText('Uploading 62%')
    await canvas.findByText("You're not allowed to add files here")
    await canvas.findByText(/^Trying again/u)
    await canvas.findByRole('row', { name: /Quay wall/u })
    await expect(canvas.getByRole('grid')).toHaveAttribute('aria-rowcount', '11')
  },
}

export const ShowMore: Story = {
  args: { pageSize: 3 },
  parameters: { stage: { files } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('button', { name: 'Show more' }))
    await canvas.findByRole('row', { name: /Mooring plan/u })
    await expect(canvas.getAllByRole('row')).toHaveLength(7)
  },
}

export const Empty: Story = {
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText('No files yet')).toBeVisible()
  },
}

export const Loading: Story = {
  parameters: { stage: { prepare: ({ backend }: Stage) => backend.hold('list') } },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('grid')).toHaveAttribute('aria-busy', 'true')
  },
}

export const NotLoaded: Story = {
  parameters: {
    stage: { files, prepare: ({ backend }: Stage) => backend.failNext('list', 'validation') },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText("The list didn't load")).toBeVisible()
  },
}

export const TriedAgain: Story = {
  ...NotLoaded,
  play: async (context) => {
    await NotLoaded.play?.(context)
    const canvas = within(context.canvasElement)
    await userEvent.click(canvas.getByRole('button', { name: 'Try again' }))
    await canvas.findByRole('row', { name: /Quay wall/u })
  },
}

export const Forbidden: Story = {
  parameters: { stage: { prepare: ({ backend }: Stage) => backend.failNext('list', 'forbidden') } },
  play: async ({ canvasElement }) => {
    await expect(await within(canvasElement).findByText("You can't see these files")).toBeVisible()
  },
}
