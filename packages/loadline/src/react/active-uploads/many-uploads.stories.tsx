import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileActiveUploads, storedFile, UploadError, type UploadQueue } from 'loadline'
import type { UploadState } from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { expect, userEvent, waitFor, within } from 'storybook/test'

const meta = {
  title: 'FileActiveUploads/Many',
  component: FileActiveUploads,
} satisfies Meta<typeof FileActiveUploads>

export default meta

type Story = StoryObj<typeof meta>

const MB = 1_000_000
const file = storedFile({ id: '1', name: 'file' })
const states: readonly UploadState[] = [
  { status: 'ready', file },
  { status: 'uploading', phase: 'sending', parts: null },
  { status: 'queued', isHeld: false },
]
const failure: UploadState = {
  ...{ status: 'failed', step: 'store', bytesSafe: false },
  error: new UploadError('network'),
}
const signIn: UploadState = { status: 'waiting', reason: 'auth', resumeTo: 'store', retryAt: null }

const stateAt = (index: number): UploadState | undefined => {
  if (index < 300) return states[0]
  return index < 304 ? states[1] : states[2]
}

function uploads(count: number, size: number) {
  return Array.from({ length: count }, (_, index) => ({
    name: `Survey ${String(index + 1).padStart(3, '0')}.tif`,
    size,
    sentBytes: index < 300 ? size : 0.4 * size,
    state: (index === count - 3 ? signIn : stateAt(index)) ?? failure,
  }))
}

/** Only rows in view are there; the badge leads to one that is not. */
export const FiveHundred: Story = {
  parameters: { stage: { still: { uploads: uploads(500, 4 * MB), bytesPerSecond: 9 * MB } } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('progressbar', { name: 'Survey 001.tif' })
    await waitFor(() => expect(canvas.getAllByRole('listitem').length).toBeLessThan(40))
    await userEvent.click(canvas.getByRole('button', { name: '1 needs you' }))
    const button = await canvas.findByRole('button', { name: 'Sign in Survey 498.tif' })
    await waitFor(() => expect(button).toHaveFocus())
  },
}

/** One row stands for all small files. */
export const Grouped: Story = {
  parameters: {
    stage: {
      still: {
        uploads: [
          ...uploads(412, 0.2 * MB),
          { name: 'Harbour.mov', size: 900 * MB, sentBytes: 320 * MB, state: states[1] },
          { name: 'Drone pass.mp4', size: 340 * MB, sentBytes: 90 * MB, state: failure },
        ],
      },
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText('412 small files')
    await expect(canvas.getAllByRole('listitem')).toHaveLength(3)
  },
}

export const GroupedOpen: Story = {
  ...Grouped,
  play: async (context) => {
    await Grouped.play?.(context)
    const canvas = within(context.canvasElement)
    const button = canvas.getByRole('button', { name: 'Show 412 small files', expanded: false })
    await userEvent.click(button)
    await canvas.findByRole('progressbar', { name: 'Survey 001.tif' })
    await expect(button).toHaveAttribute('aria-expanded', 'true')
  },
}

const running = {
  stage: {
    stopsAt: { 'a.mov': 0.6, 'b.mov': 0.3 },
    prepare: ({ queue }: { queue: UploadQueue }) => {
      queue.add(['a.mov', 'b.mov', 'c.mov'].map((name) => makeFile({ name, size: 100_000 })))
    },
  },
}

export const MoreActions: Story = {
  parameters: running,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText('Uploaded')
    await userEvent.click(canvas.getByRole('button', { name: 'More actions' }))
    await expect(canvas.getByRole('menuitem', { name: 'Clear' })).toHaveFocus()
    await userEvent.keyboard('{ArrowDown}')
    await expect(canvas.getByRole('menuitem', { name: 'Cancel all' })).toHaveFocus()
  },
}

export const CancelAll: Story = {
  ...MoreActions,
  play: async (context) => {
    await MoreActions.play?.(context)
    const canvas = within(context.canvasElement)
    await userEvent.keyboard('{Enter}')
    const dialog = await canvas.findByRole('alertdialog', { name: 'Cancel 2 files?' })
    await expect(within(dialog).getByRole('button', { name: 'Keep uploading' })).toHaveFocus()
  },
}

export const CancelledAll: Story = {
  ...CancelAll,
  play: async (context) => {
    await CancelAll.play?.(context)
    const canvas = within(context.canvasElement)
    const dialog = await canvas.findByRole('alertdialog')
    await userEvent.click(within(dialog).getByRole('button', { name: 'Cancel all' }))
    await waitFor(() => expect(canvas.getAllByText('Cancelled')).toHaveLength(2))
    await expect(canvas.queryByRole('alertdialog')).toBeNull()
  },
}

/** The application's own row, with the usual props. */
export const OwnRow: Story = {
  parameters: running,
  args: {
    renderUpload: (props, { task, percent }) => (
      <li {...props}>
        {task.name}: {percent} %
      </li>
    ),
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(await canvas.findByText('a.mov: 60 %')).toHaveAttribute('data-status', 'uploading')
  },
}
