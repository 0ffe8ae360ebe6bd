import type { Meta, StoryObj } from '@storybook/react-vite'
import { onlineManager } from '@tanstack/react-query'
import { defineAdapter, FileList, FilesProvider, UploadError, useFilesContext } from 'loadline'
import { createMemoryBackend, type MemoryBackendOptions } from 'loadline/testing'
import { useState } from 'react'
import { expect, userEvent, waitFor, within } from 'storybook/test'

const files: NonNullable<MemoryBackendOptions['files']> = [
  { id: 'f1', name: 'Mooring plan A1.dwg', size: 22_600_000, createdAt: '2026-06-12T09:15:00Z' },
  { id: 'f2', name: 'Invoice 2026-041.pdf', size: 268_000, createdAt: '2026-06-11T09:15:00Z' },
]

const meta = {
  title: 'FileList/States',
  component: FileList,
  parameters: { stage: { files } },
} satisfies Meta<typeof FileList>

export default meta

type Story = StoryObj<typeof meta>

/** The rows stay, and say from when they are. */
export const Offline: Story = {
  beforeEach: () => () => onlineManager.setOnline(true),
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('row', { name: /Invoice/u })
    onlineManager.setOnline(false)
    await canvas.findByText("You're offline.")
    await expect(canvas.getByRole('row', { name: /Invoice/u })).toBeVisible()
  },
}

export const Compact: Story = {
  args: { 'data-density': 'compact' },
  play: async ({ canvasElement }) => {
    const row = await within(canvasElement).findByRole('row', { name: /Invoice/u })
    // In a narrow list a row has two lines all the same.
    if (canvasElement.clientWidth > 480) await expect(row.offsetHeight).toBe(36)
  },
}

/** An adapter for uploads alone. */
export const CannotList: Story = {
  render: () => <CannotListFiles />,
  play: async ({ canvasElement }) => {
    const alert = await within(canvasElement).findByRole('alert')
    await expect(alert).toHaveTextContent("The server can't list files like this.")
  },
}

function CannotListFiles() {
  const { messages } = useFilesContext()
  const [adapter] = useState(() => defineAdapter({ name: 'uploads-only' }))
  return (
    <FilesProvider adapter={adapter} messages={messages} timeZone="UTC">
      <FileList />
    </FilesProvider>
  )
}

/** Of a long list, the part under the scroll bar did not come. */
export const FarRowsFailed: Story = {
  render: () => <FarRowsFail />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('row', { name: /000001/u })
    await waitFor(() => expect(canvasElement.querySelector('[data-virtual]')).not.toBeNull())
    canvasElement.querySelector<HTMLElement>('[data-row][tabindex="0"]')?.focus()
    await userEvent.keyboard('{End}')
    const alert = await canvas.findByRole('alert')
    await expect(alert).toHaveTextContent("The list didn't load")
    await expect(within(alert).getByRole('button', { name: 'Try again' })).toBeVisible()
  },
}

const manyFiles = Array.from({ length: 1000 }, (_, index) => ({
  id: `n${index + 1}`,
  name: `Berth ${String(index + 1).padStart(6, '0')}.pdf`,
}))

function FarRowsFail() {
  const { messages } = useFilesContext()
  const [adapter] = useState(() => {
    const { adapter: whole } = createMemoryBackend({ files: manyFiles })
    return defineAdapter({
      ...whole,
      listFiles: (query, context) => {
        const isNear = (query.offset ?? 0) === 0
        const page = isNear ? whole.listFiles?.(query, context) : undefined
        return page ?? Promise.reject(new UploadError('unknown'))
      },
    })
  })
  return (
    <FilesProvider adapter={adapter} messages={messages} timeZone="UTC">
      <FileList defaultQuery={{ sort: { key: 'name', direction: 'asc' } }} />
    </FilesProvider>
  )
}
