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

const stored = [
  { id: '1', name: 'Quay wall elevation, sheet 14.png', size: 3_800_000, contentType: 'image/png' },
  {
    id: '2',
    name: 'Signed lease agreement, Pier 7 tenants and all subtenants (countersigned).pdf',
    size: 4_200_000,
    contentType: 'application/pdf',
  },
]

export const Field: Story = {
  args: { name: 'plans', defaultValue: ['1', '2'], showFiles: true },
  parameters: { stage: { files: stored, stopsAt: { 'walkthrough.mov': 0.62 } } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('button', { name: /Remove Quay wall/ })
    await userEvent.upload(fileInput(canvasElement), [
      makeFile({ name: 'walkthrough.mov', type: 'video/mp4', size: 190_000 }),
    ])
    await canvas.findByText('2 of 3 uploaded')
    await canvas.findByRole('button', { name: 'Cancel walkthrough.mov' })
  },
}

export const FieldWithFailure: Story = {
  args: { name: 'plans', showFiles: true },
  parameters: { stage: { failsInStore: { 'plan.pdf': 'forbidden' } } },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.upload(fileInput(canvasElement), [
      makeFile({ name: 'plan.pdf', type: 'application/pdf' }),
      makeFile({ name: 'photo.png', type: 'image/png' }),
    ])
    await canvas.findByText("You're not allowed to add files here")
    await canvas.findByRole('button', { name: 'Remove photo.png' })
  },
}

export const FieldWithoutList: Story = {
  args: { name: 'plans', defaultValue: ['1', '2'] },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('2 uploaded')
  },
}

export const Required: Story = {
  args: { required: true },
  render: (args) => (
    <form style={{ display: 'grid', gap: 16, justifyItems: 'start' }}>
      <FileUpload {...args} />
      <button type="submit">Send</button>
    </form>
  ),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await userEvent.click(canvas.getByRole('button', { name: 'Send' }))
    await canvas.findByText('Add at least one file')
    await expect(canvas.getByRole('button', { name: 'Upload files' })).toHaveFocus()
  },
}

export const OwnButton: Story = {
  args: {
    render: (props) => (
      <button {...props} type="button">
        Choose drawings
      </button>
    ),
  },
  play: async ({ canvasElement }) => {
    await expect(
      within(canvasElement).getByRole('button', { name: 'Choose drawings' }),
    ).toBeEnabled()
  },
}
