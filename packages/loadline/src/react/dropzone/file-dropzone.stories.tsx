import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileDropzone, type FileDropzoneProps } from 'loadline'
import { dropFiles, makeFile } from 'loadline/testing'
import type { ReactNode } from 'react'
import { expect, fn, waitFor, within } from 'storybook/test'

const rules: FileDropzoneProps = { accept: '.pdf,image/*,video/*', maxSize: 5e9 }

const meta = {
  title: 'FileDropzone',
  component: FileDropzone,
  args: { ...rules, onFilesAdded: fn(), onFilesRejected: fn() },
} satisfies Meta<typeof FileDropzone>

export default meta

type Story = StoryObj<typeof meta>

const pdf = makeFile({ name: 'Mooring plan A1.pdf', type: 'application/pdf' })
const zip = makeFile({ name: 'Archive 2019–2024.zip', type: 'application/zip' })

/** Holds files over an element and lets go of none. */
function hover(element: Element, files: readonly File[]): void {
  const dataTransfer = new DataTransfer()
  for (const file of files) dataTransfer.items.add(file)
  element.dispatchEvent(new DragEvent('dragenter', { bubbles: true, dataTransfer }))
}

const areaIn = (canvas: HTMLElement) => within(canvas).getByRole('button', { name: /Drop/ })

const hovering =
  (files: readonly File[], words: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    hover(areaIn(canvasElement), files)
    await within(canvasElement).findByText(words)
  }

export const Default: Story = {
  play: async ({ args, canvasElement }) => {
    await dropFiles(areaIn(canvasElement), [pdf])
    await waitFor(() => expect(args.onFilesAdded).toHaveBeenCalledTimes(1))
  },
}

export const Idle: Story = {}

export const Focused: Story = {
  play: async ({ canvasElement, userEvent }) => {
    await userEvent.tab()
    await expect(areaIn(canvasElement)).toHaveFocus()
  },
}

export const DragAccepted: Story = {
  args: { destination: 'Contracts' },
  play: hovering([pdf, pdf, pdf], 'Drop to upload 3 files'),
}

export const DragRejected: Story = { play: hovering([zip, zip], "These files can't be added") }

export const DragTooMany: Story = {
  args: { maxFiles: 1, name: 'plans', defaultValue: ['1'], showFiles: true },
  parameters: {
    stage: { files: [{ id: '1', name: 'Quay wall elevation, sheet 14.png', size: 3_800_000 }] },
  },
  play: hovering([pdf], "This file can't be added"),
}

export const Disabled: Story = {
  args: { disabled: true, hint: 'This folder is read-only for you.' },
}

export const OneFile: Story = { args: { multiple: false } }

export const Required: Story = {
  args: { required: true },
  render: (args) => (
    <form>
      <FileDropzone {...args} />
      <button type="submit">Send</button>
    </form>
  ),
  play: async ({ canvasElement, userEvent }) => {
    await userEvent.click(within(canvasElement).getByRole('button', { name: 'Send' }))
    await within(canvasElement).findByText('Add at least one file')
  },
}

const longNames = [
  'Signed lease agreement, Pier 7 tenants and all subtenants (countersigned).zip',
  'عقد الإيجار الموقّع لجميع المستأجرين في الرصيف السابع.zip',
]

export const Rejected: Story = {
  args: { maxSize: 2_000 },
  play: async ({ canvasElement }) => {
    const again = makeFile({ name: 'Quay wall elevation, sheet 14.png', type: 'image/png' })
    await dropFiles(areaIn(canvasElement), [
      again,
      makeFile({ name: 'Port model, full resolution.mov', type: 'video/mp4', size: 6_200 }),
      ...longNames.map((name) => makeFile({ name, type: 'application/zip' })),
      again,
    ])
    const alert = await within(canvasElement).findByRole('alert')
    await expect(within(alert).getByText("4 of 5 files weren't added")).toBeVisible()
  },
}

function Compact({ args }: { readonly args: FileDropzoneProps }): ReactNode {
  return (
    <div style={{ display: 'grid', gap: 8 }}>
      <FileDropzone {...args} compact paste="document" />
      <FileDropzone {...args} compact destination="Contracts" />
      <FileDropzone {...args} compact />
      <FileDropzone {...args} compact disabled hint="This folder is read-only for you." />
    </div>
  )
}

export const CompactStates: Story = {
  parameters: {
    ownWords: ['Drop accepted', 'Drop rejected', 'Contracts', 'This folder is read-only for you.'],
  },
  render: (args) => <Compact args={args} />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const [, accepted, rejected] = canvas.getAllByRole('button', { name: /Drop files/ })
    if (accepted !== undefined) hover(accepted, [pdf, pdf, pdf])
    if (rejected !== undefined) hover(rejected, [zip])
    await canvas.findByText("This file can't be added")
  },
}

export const FullPage: Story = {
  args: { fullPage: true, destination: 'Documents / Contracts', compact: true },
  play: async ({ canvasElement }) => {
    hover(canvasElement, [pdf, pdf, pdf])
    await within(canvasElement).findByText('To Documents / Contracts')
  },
}

export const OwnContent: Story = {
  args: { noClick: true, noKeyboard: true },
  render: (args) => (
    <FileDropzone {...args}>
      {({ isDropTarget, open }) => (
        <>
          {isDropTarget ? 'Let go' : 'Bring your drawings here'}
          <button type="button" onClick={open}>
            Choose drawings
          </button>
        </>
      )}
    </FileDropzone>
  ),
}
