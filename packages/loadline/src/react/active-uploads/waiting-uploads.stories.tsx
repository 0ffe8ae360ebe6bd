import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileActiveUploads, type UploadQueue } from 'loadline'
import { makeFile, type MemoryBackend } from 'loadline/testing'
import { expect, userEvent, waitFor, within } from 'storybook/test'

const meta = {
  title: 'FileActiveUploads/Waits',
  component: FileActiveUploads,
} satisfies Meta<typeof FileActiveUploads>

export default meta

type Story = StoryObj<typeof meta>

interface Stage {
  readonly backend: MemoryBackend
  readonly queue: UploadQueue
}

const movie = makeFile({ name: 'Harbour walkthrough.mov', size: 1_920_000 })
const log = makeFile({ name: 'Dredging log.xlsx', size: 182_000 })
const title = { selector: '[data-loadline=uploads-title] bdi' }
const addBoth = ({ queue }: Stage) => void queue.add([movie, log])
const stopsAt = { [movie.name]: 0.62, [log.name]: 0.24 }

export const PausedAndResumed: Story = {
  parameters: { stage: { stopsAt, prepare: addBoth } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('button', { name: `Pause ${movie.name}` }))
    await expect(canvas.getByRole('button', { name: `Resume ${movie.name}` })).toHaveFocus()
    await canvas.findByText('Uploading 1 of 2 files', title)
    await userEvent.click(canvas.getByRole('button', { name: 'Pause all' }))
    await canvas.findByText('Paused', title)
    await userEvent.click(canvas.getByRole('button', { name: 'Resume' }))
    await canvas.findByRole('button', { name: `Pause ${log.name}` })
    await expect(canvas.getByRole('button', { name: `Resume ${movie.name}` })).toBeEnabled()
  },
}

export const Backoff: Story = {
  parameters: {
    stage: {
      stopsAt: { [movie.name]: 0.62 },
      failsInStore: { [movie.name]: 'network' },
      uploads: { retry: { baseDelayMs: 9_000 } },
      prepare: addBoth,
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText(/^Trying again in \d s$/u)
    await expect(canvas.getByRole('button', { name: `Try now ${movie.name}` })).toBeEnabled()
  },
}

export const Offline: Story = {
  parameters: {
    stage: {
      uploads: { connectivity: { isOnline: () => false, subscribe: () => () => undefined } },
      prepare: addBoth,
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText('Offline', title)
    await canvas.findByText('2 files resume by themselves')
  },
}

export const SignIn: Story = {
  parameters: {
    stage: {
      // The first of them asks first.
      uploads: { concurrency: 1 },
      prepare: ({ queue, backend }: Stage) => {
        backend.failNext('create', 'unauthenticated')
        queue.add([movie, log])
      },
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText('1 file needs you', title)
    const button = canvas.getByRole('button', { name: `Sign in ${movie.name}` })
    await userEvent.click(canvas.getByRole('button', { name: 'Review' }))
    await waitFor(() => expect(button).toHaveFocus())
  },
}

export const SignedIn: Story = {
  ...SignIn,
  play: async (context) => {
    await SignIn.play?.(context)
    const canvas = within(context.canvasElement)
    await userEvent.click(canvas.getByRole('button', { name: `Sign in ${movie.name}` }))
    await canvas.findByText('2 files uploaded', title)
  },
}

export const Held: Story = {
  parameters: { stage: { uploads: { autoUpload: false }, prepare: addBoth } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText('2 files ready to upload', title)
    await expect(canvas.getByRole('button', { name: `Upload ${movie.name}` })).toBeEnabled()
  },
}

export const HeldAndReleased: Story = {
  ...Held,
  play: async (context) => {
    await Held.play?.(context)
    const canvas = within(context.canvasElement)
    await userEvent.click(canvas.getByRole('button', { name: `Upload ${movie.name}` }))
    await canvas.findByText(/^Uploaded/u)
    await userEvent.click(canvas.getByRole('button', { name: 'Upload all' }))
    await canvas.findByText('2 files uploaded', title)
  },
}

export const Processing: Story = {
  parameters: {
    stage: {
      prepare: ({ queue, backend }: Stage) => {
        backend.hold('process')
        queue.add([movie, log])
      },
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await waitFor(() => expect(canvas.getAllByText('Uploaded. Processing…')).toHaveLength(2))
  },
}

export const RateLimited: Story = {
  parameters: {
    stage: {
      still: {
        gate: { blockedBy: 'rate-limit', until: Date.now() + 3_600_000 },
        uploads: [{ name: log.name, size: log.size, state: { status: 'queued', isHeld: false } }],
      },
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText('Too many uploads at once', title)
    await canvas.findByText(/^Trying again in /u)
  },
}
