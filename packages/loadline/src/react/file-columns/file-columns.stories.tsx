import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileList, type FileColumn, type StoredFile } from 'loadline'
import type { MemoryBackendOptions } from 'loadline/testing'
import { expect, userEvent, within } from 'storybook/test'

const meta = { title: 'FileList/Columns', component: FileList } satisfies Meta<typeof FileList>

export default meta

type Story = StoryObj<typeof meta>

const category = (key: string, name: string) => ({
  ...{ id: key, key, name, maxSize: null, contentTypes: null, defaultVisibility: null },
})
const drawings = category('DRAWINGS', 'Drawings')
const reports = category('REPORTS', 'Reports')
const mia = { id: 'u1', name: 'Mia Okafor', avatarUrl: null }
const jonas = { id: 'u2', name: 'Jonas Lind', avatarUrl: 'https://files.invalid/jonas.png' }

const files = [
  {
    ...{ id: 'f1', name: 'Quay wall elevation, sheet 14.png', size: 3_800_000, category: drawings },
    ...{ visibility: 'public', createdBy: mia, createdAt: '2026-06-14T14:02:00Z' },
    metadata: { revision: 'C' },
  },
  {
    ...{ id: 'f2', name: 'Load test results 2026-Q2.xlsx', size: 842_000, category: reports },
    ...{ visibility: 'private', createdBy: jonas, createdAt: '2026-06-12T11:47:00Z' },
    metadata: { revision: 'A' },
  },
  {
    ...{ id: 'f3', name: 'Drone pass 03, berth south.mp4', size: 684_000_000 },
    ...{ status: 'processing', createdAt: '2026-06-11T09:15:00Z' },
  },
].map((file) => ({ status: 'ready', ...file })) as NonNullable<MemoryBackendOptions['files']>

const headsOf = (element: HTMLElement): readonly string[] =>
  within(element)
    .getAllByRole('columnheader')
    .map(({ textContent }) => textContent ?? '')

export const AllColumns: Story = {
  parameters: {
    stage: { files, categories: [drawings, reports] },
    ownWords: ['Drawings', 'Reports', 'Mia Okafor', 'Jonas Lind'],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const row = await canvas.findByRole('row', { name: /Quay wall/u })
    await expect(row).toHaveAccessibleName(/Drawings.*Public.*Mia Okafor/u)
    await expect(headsOf(canvasElement)).toEqual([
      '',
      'Name',
      'Status',
      'Category',
      'Visibility',
      'Added by',
      'Size',
      'Added',
      'Actions',
    ])
  },
}

/** What no file has anything for is not there. */
export const FewColumns: Story = {
  parameters: {
    stage: {
      files: files?.map((file) => ({
        ...file,
        category: null,
        visibility: null,
        createdBy: null,
      })),
    },
  },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByRole('row', { name: /Quay wall/u })
    await expect(headsOf(canvasElement)).toEqual(['', 'Name', 'Status', 'Size', 'Added', 'Actions'])
  },
}

const revisionOf = ({ metadata }: StoredFile): string => {
  const { revision: letter } = metadata
  return typeof letter === 'string' ? letter : '–'
}

const revision: FileColumn = {
  id: 'revision',
  header: 'Revision',
  width: 80,
  cell: (row) => (row.kind === 'stored' ? revisionOf(row.file) : null),
}

const type: FileColumn = {
  id: 'type',
  header: 'Type',
  cell: (row) => (row.kind === 'stored' ? row.file.contentType : null),
  sortKey: 'contentType',
}

export const OwnColumns: Story = {
  args: { columns: ['createdAt', revision, type, 'status'] },
  parameters: {
    stage: { files },
    ownWords: ['Revision', 'Type', 'application/octet-stream', 'C', 'A', '–'],
  },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    await canvas.findByRole('row', { name: /Quay wall.*14 Jun.*C.*Ready/u })
    await expect(headsOf(canvasElement)).toEqual([
      '',
      'Name',
      'Added',
      'Revision',
      'Type',
      'Status',
      'Actions',
    ])
    const head = canvas.getByRole('columnheader', { name: 'Type' })
    await userEvent.click(within(head).getByRole('button', { name: 'Type' }))
    await expect(head).toHaveAttribute('aria-sort', 'ascending')
  },
}

export const OwnRows: Story = {
  args: {
    renderRow: ({ children, ...props }, row) =>
      row.kind === 'stored' && row.file.status === 'processing' ? (
        <div {...props} aria-labelledby={undefined}>
          <div role="gridcell" style={{ gridArea: '1 / 1 / -1 / -1', paddingInline: 16 }}>
            We are still looking at {row.file.name}
          </div>
        </div>
      ) : (
        <div {...props}>{children}</div>
      ),
  },
  parameters: { stage: { files }, ownWords: ['We are still looking at'] },
  play: async ({ canvasElement }) => {
    const canvas = within(canvasElement)
    const row = await canvas.findByRole('row', { name: /^We are still looking at Drone/u })
    const [, first] = canvas.getAllByRole('row')
    first?.focus()
    await userEvent.keyboard('{End}')
    await expect(row).toHaveFocus()
  },
}

export const OwnEmpty: Story = {
  args: { renderEmpty: () => <p style={{ padding: 16 }}>Bring a drawing to the desk.</p> },
  parameters: { ownWords: ['Bring a drawing to the desk.'] },
  play: async ({ canvasElement }) => {
    await within(canvasElement).findByText('Bring a drawing to the desk.')
  },
}
