import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileActiveUploads, storedFile, UploadError } from 'loadline'
import type { UploadState } from 'loadline/core'
import { expect, userEvent, within } from 'storybook/test'

const meta = {
  title: 'FileActiveUploads/Tray',
  component: FileActiveUploads,
  args: { placement: 'corner' },
  decorators: [
    (Tray) => (
      <div style={{ minBlockSize: 420 }}>
        <Tray />
      </div>
    ),
  ],
} satisfies Meta<typeof FileActiveUploads>

export default meta

type Story = StoryObj<typeof meta>

const [kB, MB, GB] = [1_000, 1_000_000, 1_000_000_000]
const file = storedFile({ id: '1', name: 'file' })
const wait = { status: 'waiting', resumeTo: 'store', retryAt: null } as const
const sending: UploadState = { status: 'uploading', phase: 'sending', parts: null }
const full = new UploadError('quota', { details: { limit: 1.2 * GB } })
const refused: UploadState = { status: 'failed', error: full, step: 'create', bytesSafe: false }
const ready: UploadState = { status: 'ready', file }
const signIn: UploadState = { ...wait, reason: 'auth' }

const movie = {
  ...{ name: 'Harbour walkthrough, night shift, 4K master.mov', size: 1.92 * GB },
  ...{ sentBytes: 1.19 * GB, state: sending },
}
const log = { name: 'Dredging log.xlsx', size: 18.2 * MB, sentBytes: 4.4 * MB, state: sending }
const tender = { name: 'Tender response v12 final.docx', size: 1.1 * MB, sentBytes: 900 * kB }
const wall = { name: 'Quay wall elevation, sheet 14.png', size: 3.8 * MB, sentBytes: 3.8 * MB }
const model = { name: 'Port model export.zip', size: 3.4 * GB }
const plan = { name: 'Berth plan, general arrangement.pdf', size: 48 * MB }
const queued: UploadState = { status: 'queued', isHeld: false }
const speed = { bytesPerSecond: 21.5 * MB, secondsLeft: 58 }
const mixed = [
  ...[movie, log, { ...tender, state: signIn }, { ...wall, state: ready }],
  ...[
    { ...model, state: refused },
    { ...plan, state: queued },
  ],
]

export const Open: Story = {
  parameters: { stage: { still: { uploads: mixed, ...speed } } },
  args: { defaultOpen: true },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const toggle = await canvas.findByRole('button', { name: 'Show all uploads', expanded: true })
    await expect(canvas.getAllByRole('listitem')).toHaveLength(6)
    await userEvent.click(toggle)
    await expect(canvas.queryByRole('list')).toBeNull()
    await expect(toggle).toHaveFocus()
    await userEvent.click(toggle)
    await userEvent.keyboard('{Escape}')
    await expect(canvas.queryByRole('list')).toBeNull()
    await userEvent.click(canvas.getByRole('button', { name: '1 needs you' }))
    await expect(canvas.getByRole('button', { name: `Sign in ${tender.name}` })).toHaveFocus()
  },
}

const collapsed = (still: object, title: string): Story => ({
  parameters: { stage: { still } },
  args: { defaultOpen: false },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText(title, { selector: '[data-loadline=uploads-title] bdi' })
    await expect(canvas.queryByRole('list')).toBeNull()
    await expect(canvas.getByRole('progressbar', { name: 'All uploads' })).toBeInTheDocument()
  },
})

export const Collapsed = collapsed(
  { uploads: [movie, log, { ...plan, state: queued }], ...speed },
  'Uploading 2 of 3 files',
)

export const CollapsedOffline = collapsed(
  {
    uploads: [
      { ...movie, state: { ...wait, reason: 'offline' } },
      { ...plan, state: queued },
    ],
    gate: { blockedBy: 'offline' },
  },
  'Offline',
)

export const CollapsedNeedsYou = collapsed(
  {
    uploads: [
      { ...wall, state: ready },
      { ...tender, state: signIn },
    ],
  },
  '1 file needs you',
)

export const CollapsedFailed = collapsed(
  {
    uploads: [
      { ...wall, state: ready },
      { ...model, state: refused },
    ],
  },
  '1 uploaded, 1 failed',
)

export const CollapsedReady = collapsed({ uploads: [{ ...wall, state: ready }] }, '1 file uploaded')
