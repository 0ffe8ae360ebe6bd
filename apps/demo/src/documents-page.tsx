import {
  FileDropzone,
  FileList,
  FileUpload,
  useFileLimits,
  useFiles,
  useFilesContext,
} from 'loadline'
import { useState, type ReactNode } from 'react'

interface DocumentsPageProps {
  /** What uploads are filed under; none where the backend knows no categories. */
  readonly category: string | undefined
}

/** All files of the project: what is chosen or dropped goes into the folder that is open. */
export function DocumentsPage({ category }: DocumentsPageProps): ReactNode {
  const { adapter } = useFilesContext()
  const [folderId, setFolderId] = useState<string | null>(null)
  const target = {
    ...(category === undefined ? {} : { category }),
    ...(adapter.features.uploadFields.includes('folderId') ? { folderId } : {}),
  }
  return (
    <>
      <div className="title">
        <h1>Documents</h1>
        <Counts />
        <FileUpload {...target} className="upload" />
      </div>
      <FileDropzone {...target} compact />
      <FileList folderId={folderId} onFolderChange={setFolderId} />
    </>
  )
}

function Counts(): ReactNode {
  const { total } = useFiles({ showUploads: false })
  const { usedSize, quotaSize } = useFileLimits() ?? {}
  const words = [
    total !== null && total > 0 && (total === 1 ? '1 file' : `${total.toLocaleString('en')} files`),
    typeof usedSize === 'number' &&
      typeof quotaSize === 'number' &&
      `${megabytes(usedSize)} of ${megabytes(quotaSize)} used`,
  ].filter((word) => typeof word === 'string')
  return words.length > 0 && <span className="count">{words.join(' · ')}</span>
}

function megabytes(bytes: number): string {
  const format = { style: 'unit', unit: 'megabyte', maximumFractionDigits: 1 } as const
  return (bytes / 1_000_000).toLocaleString('en', format)
}
