import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileActiveUploads, FileUpload } from 'loadline'
import { makeFile } from 'loadline/testing'
import { expect, fn, userEvent, within } from 'storybook/test'

const meta = {
  title: 'FileUpload',
  component: FileUpload,
  args: { onFilesAdded: fn(), onFilesRejected: fn() },
} satisfies Meta<typeof FileUpload>

export default meta

type Story = StoryObj<typeof meta>

function fileInput(canvas: HTMLElement): HTMLInputElement {
  const input = canvas.querySelector<HTMLInputElement>('input[type=file]')
  if (input === null) throw new Error('There is no file input.')
  return input
}

export const Default: Story = {
  render: (args) => (
    <div style={{ display: 'grid', gap: 16, justifyItems: 'start' }}>
      <FileUpload {...args} />
      <FileActiveUploads style={{ inlineSize: '100%' }} />
    </div>
  ),
  play: async ({ args, canvasElement }) => {
    const canvas = within(canvasElement)
    await expect(canvas.getByRole('button', { name: 'Upload files' })).toBeEnabled()
    await userEvent.upload(fileInput(canvasElement), [makeFile({ name: 'plan.pdf', size: 5_000 })])
    await expect(args.onFilesAdded).toHaveBeenCalledTimes(1)
    await canvas.findByText('1 file uploaded', { selector: '[data-loadline=uploads-title] bdi' })
  },
}

export const OneFile: Story = {
  args: { multiple: false },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('button', { name: 'Upload file' })).toBeEnabled()
  },
}

export const Disabled: Story = {
  args: { disabled: true },
  play: async ({ canvasElement }) => {
    await expect(within(canvasElement).getByRole('button', { name: 'Upload files' })).toBeDisabled()
  },
}

export const Rejected: Story = {
  args: { accept: { 'image/*': ['.png', '.jpg'] }, maxSize: 2_000_000 },
  play: async ({ args, canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.upload(
      fileInput(canvasElement),
      [
        makeFile({ name: 'Crane inspection photos, June.zip', type: 'application/zip' }),
        makeFile({ name: 'drone.png', size: 6_200_000, type: 'image/png' }),
      ],
      { applyAccept: false },
    )
    await expect(args.onFilesRejected).toHaveBeenCalledTimes(1)
    const alert = await canvas.findByRole('alert')
    await expect(within(alert).getByText("2 files weren't added")).toBeVisible()
    await expect(within(alert).getByText('6.2 MB. The limit is 2 MB.')).toBeVisible()
  },
}

export const RejectionsDismissed: Story = {
  args: Rejected.args ?? {},
  play: async (context) => {
    await Rejected.play?.(context)
    const canvas = within(context.canvasElement)
    await userEvent.click(canvas.getByRole('button', { name: 'Dismiss' }))
    await expect(canvas.queryByRole('alert')).toBeNull()
  },
}
