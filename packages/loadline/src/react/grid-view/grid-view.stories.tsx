import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileList, type UploadQueue } from 'loadline'
import { makeFile, type MemoryBackend, type MemoryBackendOptions } from 'loadline/testing'
import { expect, userEvent, waitFor, within } from 'storybook/test'

const meta = {
  title: 'FileList/Grid',
  component: FileList,
  args: { defaultView: 'grid' },
} satisfies Meta<typeof FileList>

export default meta

type Story = StoryObj<typeof meta>

/** What the decorator of every story gives. */
interface Stage {
  readonly backend: MemoryBackend
  readonly queue: UploadQueue
}

/** A picture in two colours, small enough to be written out: a bitmap of 24 bits. */
function paint(sky: readonly number[], ground: readonly number[]): Blob {
  const [width, height] = [32, 24]
  const bytes = new Uint8Array(54 + width * height * 3)
  const view = new DataView(bytes.buffer)
  view.setUint16(0, 0x42_4d)
  view.setUint32(2, bytes.length, true)
  view.setUint32(10, 54, true)
  view.setUint32(14, 40, true)
  view.setInt32(18, width, true)
  view.setInt32(22, height, true)
  view.setUint16(26, 1, true)
  view.setUint16(28, 24, true)
  for (let at = 0; at < width * height; at += 1) {
    const isGround = Math.floor(at / width) < 8 + 4 * Math.sin((at % width) / 5)
    bytes.set(isGround ? ground : sky, 54 + at * 3)
  }
  return new Blob([bytes], { type: 'image/bmp' })
}

const sea = paint([200, 170, 120], [120, 110, 30])
const dusk = paint([150, 160, 220], [90, 60, 60])
const yard = paint([220, 210, 200], [60, 80, 170])
const address = (picture: Blob): string => URL.createObjectURL(picture)

const mia = { id: 'u1', name: 'Mia Okafor', avatarUrl: null }
const jonas = { id: 'u2', name: 'Jonas Lind', avatarUrl: null }
const drawings = {
  ...{ id: 'c1', key: 'DRAWINGS', name: 'Drawings', maxSize: null },
  ...{ contentTypes: null, defaultVisibility: null },
}

const files: NonNullable<MemoryBackendOptions['files']> = [
  {
    ...{ name: 'Quay wall elevation, sheet 14.png', size: 3_800_000, visibility: 'public' },
    ...{ contentType: 'image/png', thumbnailUrl: address(sea), category: drawings },
    ...{ status: 'ready', createdBy: mia, createdAt: '2026-06-14T14:02:00Z' },
  },
  {
    ...{ name: 'Tender response v12 final (approved by legal).docx', size: 1_100_000 },
    ...{ status: 'ready', visibility: 'private', createdBy: jonas },
    createdAt: '2026-06-13T09:15:00Z',
  },
  {
    ...{ name: 'Load test results 2026-Q2.xlsx', size: 842_000, visibility: 'private' },
    ...{ status: 'ready', createdBy: mia, createdAt: '2026-06-12T11:47:00Z' },
  },
  {
    ...{ name: 'Drone pass 03, berth south.mp4', size: 684_000_000, status: 'processing' },
    ...{ thumbnailUrl: address(dusk), createdAt: '2026-06-11T09:15:00Z' },
    metadata: { duration: 252 },
  },
  {
    ...{ name: 'Mooring plan A1.dwg', size: 22_600_000, status: 'error', category: drawings },
    createdAt: '2026-06-11T08:00:00Z',
  },
  {
    ...{ name: 'Tide gauge recordings, May.wav', size: 64_500_000, status: 'ready' },
    ...{ visibility: 'private', createdBy: jonas, createdAt: '2026-06-09T09:15:00Z' },
    metadata: { duration: 4360 },
  },
  {
    ...{ name: 'Container yard, morning.bmp', size: yard.size, status: 'ready' },
    ...{ contentType: 'image/bmp', url: address(yard), visibility: 'public' },
    createdAt: '2026-06-08T09:15:00Z',
  },
].map((file, index) => ({ ...file, id: `f${String(index)}` })) as NonNullable<
  MemoryBackendOptions['files']
>

const isTurned = (element: Element): boolean => getComputedStyle(element).direction === 'rtl'

export const Filled: Story = {
  parameters: { stage: { files, categories: [drawings] } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const tile = await canvas.findByRole('gridcell', { name: /Quay wall elevation/u })
    const grid = canvas.getByRole('grid', { name: 'Files' })
    const perLine = Number(grid.getAttribute('aria-colcount'))
    await expect(grid).toHaveAttribute('aria-rowcount', String(Math.ceil(7 / perLine)))
    tile.focus()
    await userEvent.keyboard(isTurned(grid) ? '{ArrowLeft}' : '{ArrowRight}')
    await expect(canvas.getByRole('gridcell', { name: /Tender response/u })).toHaveFocus()
    // Made here of the file itself: the backend has none.
    const made = canvas.getByRole('gridcell', { name: /Container yard/u })
    await waitFor(() => expect(made.querySelector('img')).toBeVisible())
  },
}

export const Selected: Story = {
  args: { defaultSelection: { kind: 'ids', ids: new Set(['f0', 'f2']) } },
  parameters: { stage: { files } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const tile = await canvas.findByRole('gridcell', { name: /Load test/u })
    await expect(tile).toHaveAttribute('aria-selected', 'true')
    await userEvent.click(canvas.getByRole('checkbox', { name: /^Select Tender/u }))
    await canvas.findByText(/^3 selected/u)
  },
}

const uploads = ({ queue }: Stage): void => {
  queue.add([makeFile({ name: 'Crane inspection photos, June.zip', size: 178_000 })])
  queue.add([makeFile({ name: 'Site survey point cloud.e57', size: 820_000 })])
  queue.add([new File([dusk], 'Fender detail 02.bmp', { type: 'image/bmp' })])
  queue.add([
    makeFile({ name: 'Harbour walkthrough, night shift, 4K master.mov', size: 1_920_000 }),
  ])
}

export const LiveUploads: Story = {
  parameters: {
    stage: {
      files: files.slice(0, 3),
      stopsAt: {
        'Harbour walkthrough, night shift, 4K master.mov': 0.62,
        'Fender detail 02.bmp': 0.9,
        'Site survey point cloud.e57': 0.38,
      },
      failsInStore: {
        'Site survey point cloud.e57': 'forbidden',
        'Crane inspection photos, June.zip': 'network',
      },
      uploads: { retry: { baseDelayMs: 9_000 } },
      prepare: uploads,
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('progressbar', { name: /Harbour walkthrough/u })
    await canvas.findByRole('button', { name: /^Pause Harbour/u })
    await canvas.findByText("You're not allowed to add files here")
    const picture = canvas.getByRole('gridcell', { name: /Fender detail/u })
    await waitFor(() => expect(picture.querySelector('img')).toBeVisible())
  },
}

export const Renaming: Story = {
  parameters: { stage: { files }, ownWords: ['Load test results 2026-Q2.xlsx'] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const tile = await canvas.findByRole('gridcell', { name: /Load test/u })
    tile.focus()
    await userEvent.keyboard('{F2}')
    await expect(
      await canvas.findByRole('textbox', { name: 'Rename Load test results 2026-Q2.xlsx' }),
    ).toHaveFocus()
  },
}

export const TileMenu: Story = {
  parameters: { stage: { files } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const tile = await canvas.findByRole('gridcell', { name: /Container yard/u })
    tile.focus()
    await userEvent.keyboard('{Shift>}{F10}{/Shift}')
    await expect(await canvas.findByRole('menuitem', { name: 'Open' })).toHaveFocus()
  },
}

export const Sorting: Story = {
  parameters: { stage: { files } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('gridcell', { name: /Load test/u })
    await userEvent.click(await canvas.findByRole('button', { name: 'Sort: Newest first' }))
    await userEvent.click(await canvas.findByRole('menuitemradio', { name: 'Largest first' }))
    await canvas.findByRole('button', { name: 'Sort: Largest first' })
    await waitFor(() =>
      expect(canvas.getAllByRole('gridcell')[0]).toHaveAccessibleName(/Drone pass/u),
    )
    await userEvent.click(canvas.getByRole('button', { name: 'Sort: Largest first' }))
    await expect(
      await canvas.findByRole('menuitemradio', { name: 'Largest first' }),
    ).toHaveAttribute('aria-checked', 'true')
  },
}

export const Switched: Story = {
  args: { defaultView: 'table' },
  parameters: { stage: { files }, ownWords: ['Drawings', 'Mia Okafor', 'Jonas Lind'] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const row = await canvas.findByRole('row', { name: /Load test/u })
    row.focus()
    await userEvent.keyboard(' ')
    const grid = canvas.getByRole('button', { name: 'Grid' })
    await userEvent.click(grid)
    await expect(grid).toHaveAttribute('aria-pressed', 'true')
    const tile = await canvas.findByRole('gridcell', { name: /Load test/u })
    await expect(tile).toHaveAttribute('aria-selected', 'true')
    await expect(tile).toHaveAttribute('tabindex', '0')
  },
}

export const Many: Story = {
  parameters: {
    stage: {
      files: Array.from({ length: 10_000 }, (_, index) => ({
        ...{ id: String(index), name: `Tide gauge ${String(index)}.csv`, size: 64_000 },
        ...{ status: 'ready', createdAt: '2026-06-12T09:15:00Z' },
      })),
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('gridcell', { name: /Tide gauge 0\.csv/u })
    await waitFor(() => expect(canvas.getAllByRole('gridcell').length).toBeLessThan(80))
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

export const NoMatch: Story = {
  args: { defaultQuery: { search: 'fender detial' } },
  parameters: { stage: { files }, ownWords: ['fender detial'] },
  play: async ({ canvasElement }) => {
    await expect(
      await within(canvasElement).findByText('Nothing matches “fender detial”'),
    ).toBeVisible()
  },
}

export const OwnTiles: Story = {
  args: {
    renderRow: ({ children, ...props }, row) =>
      row.kind === 'stored' && row.file.status === 'error' ? (
        <div {...props} aria-labelledby={undefined}>
          <p>Ask the office</p>
        </div>
      ) : (
        <div {...props}>{children}</div>
      ),
  },
  parameters: { stage: { files }, ownWords: ['Ask the office'] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('gridcell', { name: 'Ask the office' })
    await canvas.findByRole('gridcell', { name: /Quay wall/u })
  },
}
