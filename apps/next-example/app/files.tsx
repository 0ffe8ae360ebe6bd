'use client'

import { FileActiveUploads, FileDropzone, FileList, FilesProvider, FileUpload } from 'loadline'
import { restAdapter } from 'loadline/adapters/rest'
import type { ReactNode } from 'react'

// The same on the server and in the browser; it asks nobody before the page is hydrated.
const adapter = restAdapter({ baseUrl: '/api' })

export function Files(): ReactNode {
  return (
    <FilesProvider adapter={adapter} timeZone="UTC">
      <FileUpload />
      <FileDropzone />
      <FileActiveUploads />
      <FileList />
    </FilesProvider>
  )
}
