import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileList, type StoredFile } from 'loadline'
import { expect, userEvent, waitFor, within } from 'storybook/test'
import {
  hugePicture,
  samplePdf,
  samplePicture,
  sampleSound,
  sampleVideo,
} from '../../../testing/sample-files.js'

const meta = {
  title: 'FileList/Preview',
  component: FileList,
} satisfies Meta<typeof FileList>

export default meta

type Story = StoryObj<typeof meta>

type Named = Pick<StoredFile, 'name' | 'contentType'> & { readonly bytes: Blob }

const files = (named: readonly Named[]) =>
  named.map(({ name, contentType, bytes }, index) => ({
    id: `p${String(index)}`,
    name,
    contentType,
    size: bytes.size,
    url: URL.createObjectURL(bytes),
    createdAt: `2026-01-${String(28 - index)}T09:00:00Z`,
  }))

const lines = Array.from(
  { length: 40 },
  (_, line) => `station ${String(line)}, 3.${String(line)} m`,
)

const samples = files([
  {
    name: 'Harbour at dusk, view from Pier 7.png',
    contentType: 'image/png',
    bytes: await samplePicture(),
  },
  { name: 'Drone pass 03.webm', contentType: 'video/webm', bytes: sampleVideo() },
  { name: 'Fog horn.wav', contentType: 'audio/wav', bytes: sampleSound() },
  { name: 'Mooring plan.pdf', contentType: 'application/pdf', bytes: samplePdf() },
  {
    name: 'Tide tables.csv',
    contentType: 'text/csv',
    bytes: new Blob([lines.join('\n').repeat(500)]),
  },
  { name: 'Survey.e57', contentType: 'application/octet-stream', bytes: new Blob(['e57']) },
  { name: 'Site model.png', contentType: 'image/png', bytes: await hugePicture(12) },
  { name: 'Cut off.png', contentType: 'image/png', bytes: new Blob(['not a picture']) },
])

/** It is loaded when it is first needed. */

async function open(canvasElement: HTMLElement, name: RegExp): Promise<HTMLElement> {
  const canvas = within(canvasElement)
  const row = await canvas.findByRole('row', { name })
  row.focus()
  await userEvent.keyboard('{Enter}')
  return canvas.findByRole('dialog', { name })
}

const base = { parameters: { stage: { files: samples } } } satisfies Story

export const Picture: Story = {
  ...base,
  play: async ({ canvasElement }) => {
    const dialog = await open(canvasElement, /Harbour/u)
    await within(dialog).findByRole('img', { name: /Harbour/u })
    await expect(within(dialog).getByText('1 of 8')).toBeVisible()
    await userEvent.click(await within(dialog).findByRole('button', { name: 'Zoom in' }))
  },
}

export const Film: Story = {
  ...base,
  play: async ({ canvasElement }) => {
    const dialog = await open(canvasElement, /Drone/u)
    await waitFor(() => expect(dialog.querySelector('video')?.videoWidth).toBe(64))
  },
}

export const Sound: Story = {
  ...base,
  play: async ({ canvasElement }) => {
    const dialog = await open(canvasElement, /Fog horn/u)
    await waitFor(() => expect(dialog.querySelector('audio')?.duration).toBe(0.25))
  },
}

export const Pdf: Story = {
  ...base,
  play: async ({ canvasElement }) => {
    const dialog = await open(canvasElement, /Mooring/u)
    await within(dialog).findByTitle('Mooring plan.pdf')
  },
}

export const Text: Story = {
  ...base,
  parameters: { ...base.parameters, ownWords: ['station', 'm'] },
  play: async ({ canvasElement }) => {
    const dialog = await open(canvasElement, /Tide/u)
    await within(dialog).findByText(/station 39, 3\.39 m/u)
    await within(dialog).findByText('Only the first 262 kB are shown.')
  },
}

export const TooLarge: Story = {
  ...base,
  play: async ({ canvasElement }) => {
    const dialog = await open(canvasElement, /Site model/u)
    await expect(await within(dialog).findByRole('alert')).toHaveTextContent('too large')
    await expect(within(dialog).getByRole('button', { name: 'Download' })).toBeVisible()
  },
}

export const Damaged: Story = {
  ...base,
  play: async ({ canvasElement }) => {
    const dialog = await open(canvasElement, /Cut off/u)
    await expect(await within(dialog).findByRole('alert')).toHaveTextContent('damaged')
  },
}

/** Reached from the file before it: by itself it is opened elsewhere. */
export const NotShown: Story = {
  ...base,
  play: async ({ canvasElement }) => {
    const dialog = await open(canvasElement, /Tide/u)
    await userEvent.click(within(dialog).getByRole('button', { name: 'Next file' }))
    await expect(await within(dialog).findByRole('alert')).toHaveTextContent("can't be shown here")
  },
}
