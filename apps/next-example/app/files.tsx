'use client'

import { FileActiveUploads, FileDropzone, FileList, FileUpload } from 'loadline'
import type { ReactNode } from 'react'

export function Files(): ReactNode {
  return (
    <>
      <FileUpload />
      <FileDropzone />
      <FileActiveUploads />
      <FileList />
    </>
  )
}
