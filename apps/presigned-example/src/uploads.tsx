import { FileActiveUploads, FilesProvider, FileUpload } from 'loadline'
import { presignedAdapter } from 'loadline/adapters/presigned'
import type { ReactNode } from 'react'
import 'loadline/styles.css'

const adapter = presignedAdapter({ signUrl: '/api/sign', finalizeUrl: '/api/finalize' })

export function Uploads(): ReactNode {
  return (
    <FilesProvider adapter={adapter}>
      <FileUpload onUploadReady={({ file }) => console.log(file.id)} />
      <FileActiveUploads />
    </FilesProvider>
  )
}
