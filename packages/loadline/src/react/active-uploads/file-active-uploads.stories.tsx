import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileActiveUploads, type UploadQueue } from 'loadline'
import { makeFile, type MemoryBackend } from 'loadline/testing'
import { expect, userEvent, within } from 'storybook/test'

const meta = {
  title: 'FileActiveUploads',
  component: FileActiveUploads,
} satisfies Meta<typeof FileActiveUploads>

export default meta

type Story = StoryObj<typeof meta>

/** What the decorator of every story gives. */
interface Stage {
  readonly backend: MemoryBackend
  readonly queue: UploadQueue
}

const movie = makeFile({
  name: 'Harbour walkthrough, night shift, 4K master.mov',
  size: 19_200_000,
})
const log = makeFile({ name: 'Dredging log.xlsx', size: 182_000 })
const plan = makeFile({ name: 'Berth plan, general arrangement.pdf', size: 480_000 })
const longName = makeFile({
  name: `Signed lease agreement, ${'Pier 7 tenants and all subtenants, '.repeat(8)}(countersigned).pdf`,
  size: 42_000,
})

export const Uploading: Story = {
  parameters: {
    stage: {
      stopsAt: { [movie.name]: 0.62, [log.name]: 0.24, [longName.name]: 0.8 },
      prepare: ({ queue, backend }: Stage) => {
        queue.add([movie, log, longName])
        queue.setOptions({ concurrency: 3 })
        backend.hold('finalize')
        queue.add([plan])
      },
    },
  },
  play: async ({ canvasElement }) => {
    const region = await within(canvasElement).findByRole('region', { name: 'Uploads' })
    const bar = await within(region).findByRole('progressbar', { name: movie.name })
    await expect(bar).toHaveAttribute('aria-valuetext')
    await expect(within(region).getAllByRole('listitem')).toHaveLength(4)
    await expect(await within(region).findByText('62%')).toBeVisible()
  },
}

export const Failed: Story = {
  parameters: {
    stage: {
      stopsAt: { [movie.name]: 0.4 },
      failsInStore: { [movie.name]: 'network' },
      uploads: { concurrency: 1, retry: { attemptsPerPart: 1, attemptsPerFinalize: 1 } },
      prepare: ({ queue, backend }: Stage) => {
        backend.failNext('create', 'forbidden')
        backend.failNext('finalize', 'server')
        queue.add([plan, movie, log])
      },
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText("You're not allowed to add files here")
    await canvas.findByText('The connection kept dropping')
    await userEvent.click(await canvas.findByRole('button', { name: `Confirm again ${log.name}` }))
    await canvas.findByText('1 uploaded, 2 failed', {
      selector: '[data-loadline=uploads-title] bdi',
    })
    await expect(canvas.getByRole('button', { name: `Retry ${movie.name}` })).toBeEnabled()
  },
}

export const Ready: Story = {
  parameters: { stage: { prepare: ({ queue }: Stage) => void queue.add([log, plan]) } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByText('2 files uploaded', { selector: '[data-loadline=uploads-title] bdi' })
    await expect(canvas.getByRole('button', { name: `Dismiss ${log.name}` })).toBeEnabled()
  },
}

export const Cancelled: Story = {
  parameters: {
    stage: {
      stopsAt: { [movie.name]: 0.4 },
      prepare: ({ queue }: Stage) => void queue.add([movie, log]),
    },
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(await canvas.findByRole('button', { name: `Cancel ${movie.name}` }))
    const again = await canvas.findByRole('button', { name: `Upload again ${movie.name}` })
    await expect(again).toBeEnabled()
    await expect(canvas.getByRole('button', { name: `Dismiss ${movie.name}` })).toHaveFocus()
  },
}

export const Nothing: Story = {
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).queryByRole('region')).toBeNull()
  },
}
