import type { Meta, StoryObj } from '@storybook/react-vite'
import { defineAdapter, FileList, FilesProvider, useFilesContext } from 'loadline'
import { createMemoryBackend, type MemoryBackendOptions } from 'loadline/testing'
import { useState } from 'react'
import { expect, userEvent, within } from 'storybook/test'
import { samplePicture } from '../../../testing/sample-files.js'

const meta = {
  title: 'FileList/Details',
  component: FileList,
} satisfies Meta<typeof FileList>

export default meta

type Story = StoryObj<typeof meta>

const media = { maxSize: null, contentTypes: null, defaultVisibility: null }
const plans = { id: 'd1', name: 'Plans', parentId: null, path: [{ id: 'd1', name: 'Plans' }] }

const files: NonNullable<MemoryBackendOptions['files']> = [
  {
    id: 'f1',
    name: 'Berth south signage proof.png',
    contentType: 'image/png',
    size: 2_400_000,
    visibility: 'public',
    url: URL.createObjectURL(await samplePicture(320, 200)),
    thumbnailUrl: URL.createObjectURL(await samplePicture(320, 200)),
    createdAt: '2026-06-12T16:20:00Z',
    updatedAt: '2026-06-14T08:00:00Z',
    createdBy: { id: 'u1', name: 'Sofía Reyes', avatarUrl: null },
    category: { id: 'c1', key: 'MEDIA', name: 'Media', ...media },
    folderId: 'd1',
    checksum: 'n4bQgYhMfWWaL+qgxVrQFaO/TxsrC4Is0V1sFbDwCgg=',
    associations: [{ id: 'a1', entityName: 'Project page', entityReference: 'Wayfinding package' }],
    metadata: { reviewedBy: 'Ada', pages: 2 },
  },
  {
    id: 'f2',
    name: 'Load test results 2026-Q2.xlsx',
    contentType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    size: 842_000,
    url: 'https://files.invalid/f2',
    createdAt: '2026-06-11T16:20:00Z',
    associations: [],
  },
]

const stage = {
  files,
  folders: [plans],
  categories: [{ id: 'c1', key: 'MEDIA', name: 'Media', ...media }],
}

async function openDetails(canvasElement: HTMLElement, name: RegExp): Promise<HTMLElement> {
  const canvas = within(canvasElement)
  const row = await canvas.findByRole('row', { name })
  row.focus()
  await userEvent.keyboard('{Shift>}{F10}{/Shift}')
  await userEvent.click(await canvas.findByRole('menuitem', { name: 'Details' }))
  return canvas.findByRole('region', { name: 'Details' })
}

export const Shown: Story = {
  args: { defaultFolderId: 'd1' },
  parameters: {
    stage,
    ownWords: [
      ...['reviewedBy', 'pages', 'Project page', 'Wayfinding package'],
      ...['Plans', 'Media', 'Sofía Reyes'],
    ],
  },
  play: async ({ canvasElement }) => {
    const panel = await openDetails(canvasElement, /signage/u)
    await expect(panel).toHaveFocus()
    await within(panel).findByText('Wayfinding package')
    await within(panel).findByText('Plans')
    await within(panel).findByText('Sofía Reyes')
  },
}

export const Attaching: Story = {
  parameters: { stage },
  play: async ({ canvasElement }) => {
    const panel = await openDetails(canvasElement, /Load test/u)
    await userEvent.click(await within(panel).findByRole('button', { name: 'Attach' }))
    const dialog = await within(canvasElement).findByRole('dialog', { name: 'Attach to…' })
    await userEvent.click(within(dialog).getByRole('button', { name: 'Attach' }))
    await expect(within(dialog).getAllByRole('alert')).toHaveLength(2)
    await expect(within(dialog).getByRole('textbox', { name: 'Kind' })).toHaveFocus()
  },
}

/** A backend that can list and nothing else: nothing is offered that it cannot do. */
export const OnlyLists: Story = {
  parameters: {
    ownWords: ['Media', 'Sofía Reyes'],
  },
  render: () => <OnlyListing />,
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const row = await canvas.findByRole('row', { name: /Load test/u })
    row.focus()
    await userEvent.keyboard('{Shift>}{F10}{/Shift}')
    const names = (await canvas.findAllByRole('menuitem')).map((item) => item.textContent)
    await expect(names).toEqual(['Open', 'Download', 'Copy link', 'Details'])
  },
}

function OnlyListing() {
  const { messages } = useFilesContext()
  const [adapter] = useState(() => {
    const { listFiles, features } = createMemoryBackend({ files }).adapter
    const none = {
      ...features,
      filters: [],
      sortKeys: [],
      search: false,
      uploadFields: [],
    } as const
    return defineAdapter({ name: 'lists', listFiles, features: none })
  })
  return (
    <FilesProvider adapter={adapter} messages={messages} timeZone="UTC">
      <FileList />
    </FilesProvider>
  )
}
