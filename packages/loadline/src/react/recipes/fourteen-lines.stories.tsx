import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileActiveUploads, FileDropzone, FileList, FilesProvider, FileUpload } from 'loadline'
import { createMemoryBackend } from 'loadline/testing'
import type { ReactNode } from 'react'

const { adapter, transport } = createMemoryBackend()
const uploads = { transports: [transport] }

/** All that an application writes. */
export function FourteenLines(): ReactNode {
  return (
    <FilesProvider adapter={adapter} uploads={uploads}>
      <FileUpload category="USER_FILES" accept="image/*" />
      <FileDropzone category="USER_FILES" />
      <FileActiveUploads />
      <FileList />
    </FilesProvider>
  )
}

const meta = {
  title: 'Recipes/Fourteen lines',
  component: FourteenLines,
  excludeStories: ['FourteenLines'],
} satisfies Meta<typeof FourteenLines>

export default meta

export const Default: StoryObj<typeof meta> = {}
