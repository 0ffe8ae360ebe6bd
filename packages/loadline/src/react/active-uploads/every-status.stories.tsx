import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileActiveUploads, storedFile, UploadError } from 'loadline'
import { expect, waitFor, within } from 'storybook/test'

const meta = {
  title: 'FileActiveUploads/Every status',
  component: FileActiveUploads,
} satisfies Meta<typeof FileActiveUploads>

export default meta

type Story = StoryObj<typeof meta>

const [kB, MB, GB] = [1_000, 1_000_000, 1_000_000_000]
const file = storedFile({ id: '1', name: 'file' })
const wait = { status: 'waiting', resumeTo: 'store', retryAt: null } as const
const full = new UploadError('quota', { details: { limit: 1.2 * GB } })

const uploads = [
  {
    ...{ name: 'Berth plan, general arrangement.pdf', size: 48 * MB },
    state: { status: 'queued', isHeld: false },
  },
  { name: 'Lock gates.pdf', size: 2.1 * MB, state: { status: 'queued', isHeld: true } },
  {
    ...{ name: 'Fender detail 02.heic', size: 3.1 * MB },
    state: { status: 'signing', phase: 'requesting' },
  },
  {
    name: 'Harbour walkthrough, night shift, 4K master.mov',
    ...{ size: 1.92 * GB, sentBytes: 1.19 * GB },
    state: { status: 'uploading', phase: 'sending', parts: null },
  },
  {
    name: 'Signed lease agreement, Pier 7 tenants and all subtenants (countersigned).pdf',
    ...{ size: 820 * kB, sentBytes: 820 * kB },
    state: { status: 'finalizing' },
  },
  {
    ...{ name: 'Drone pass 04, berth north.mp4', size: 340 * MB, sentBytes: 340 * MB },
    state: { status: 'processing', file, since: 0, isLate: false },
  },
  {
    ...{ name: 'Tide gauge recordings, May.wav', size: 64.5 * MB, sentBytes: 22 * MB },
    state: { status: 'paused', resumeTo: 'store' },
  },
  {
    ...{ name: 'Site survey point cloud.e57', size: 82 * MB, sentBytes: 31 * MB },
    state: { ...wait, reason: 'backoff', retryAt: Date.now() + 3_600_000 },
  },
  {
    ...{ name: 'Crane inspection photos, June.zip', size: 90 * MB, sentBytes: 48 * MB },
    state: { ...wait, reason: 'offline' },
  },
  {
    ...{ name: 'Dredging log.xlsx', size: 18.2 * MB, sentBytes: 12.9 * MB },
    state: { ...wait, reason: 'other-tab' },
  },
  {
    ...{ name: 'Mooring plan A1.dwg', size: 9.1 * MB, sentBytes: 4 * MB },
    state: { ...wait, reason: 'file' },
  },
  {
    ...{ name: 'Geotechnical borehole logs.zip', size: 22 * MB, sentBytes: 2.6 * MB },
    state: { ...wait, reason: 'permission' },
  },
  {
    ...{ name: 'Tender response v12 final.docx', size: 1.1 * MB, sentBytes: 0.9 * MB },
    state: { ...wait, reason: 'auth' },
  },
  {
    ...{ name: 'Quay wall elevation, sheet 14.png', size: 3.8 * MB, sentBytes: 3.8 * MB },
    state: { status: 'ready', file },
  },
  {
    ...{ name: 'Port model export.zip', size: 3.4 * GB },
    state: { status: 'failed', error: full, step: 'create', bytesSafe: false },
  },
  {
    ...{ name: 'Seabed scan, run 3.las', size: 610 * MB, sentBytes: 250 * MB },
    state: {
      ...{ status: 'failed', step: 'store', bytesSafe: false },
      error: new UploadError('network'),
    },
  },
  {
    ...{ name: 'Insurance certificate 2026.pdf', size: 220 * kB, sentBytes: 220 * kB },
    state: {
      ...{ status: 'failed', step: 'finalize', bytesSafe: true },
      error: new UploadError('server'),
    },
  },
  {
    ...{ name: 'Dive inspection video, part 2.mp4', size: 96 * MB, sentBytes: 96 * MB },
    state: {
      ...{ status: 'failed', step: 'process', bytesSafe: false },
      error: new UploadError('validation', { details: { statusReason: 'infected' } }),
    },
  },
  { name: 'Container yard, morning.jpg', size: 5 * MB, state: { status: 'cancelled' } },
]

export const All: Story = {
  parameters: { stage: { still: { uploads, bytesPerSecond: 21.5 * MB, secondsLeft: 118 } } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('region', { name: 'Uploads' })
    for (const name of [
      ...['Allow Geotechnical borehole logs.zip', 'Dismiss Quay wall elevation, sheet 14.png'],
      ...['Pause Berth plan, general arrangement.pdf', 'Upload Lock gates.pdf'],
      ...['Resume Tide gauge recordings, May.wav', 'Try now Site survey point cloud.e57'],
      ...['Choose file Mooring plan A1.dwg', 'Sign in Tender response v12 final.docx'],
      ...['Retry Port model export.zip', 'Confirm again Insurance certificate 2026.pdf'],
      ...['Upload again Container yard, morning.jpg', 'Pause all'],
    ]) {
      await expect(canvas.getByRole('button', { name })).toBeEnabled()
    }
    await expect(canvas.getByText('A virus was found in it')).toBeVisible()
    canvas.getByRole('button', { name: '3 need you' }).click()
    const needful = canvas.getByRole('button', { name: 'Choose file Mooring plan A1.dwg' })
    await waitFor(() => expect(needful).toHaveFocus())
  },
}

const narrow = (inlineSize: number): Story => ({
  ...All,
  decorators: [
    (Panel) => (
      <div style={{ inlineSize }}>
        <Panel />
      </div>
    ),
  ],
})

export const Narrow: Story = narrow(360)

export const Narrowest: Story = narrow(320)
