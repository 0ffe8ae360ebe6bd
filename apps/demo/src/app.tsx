import {
  FileActiveUploads,
  FileDropzone,
  FileList,
  FilesProvider,
  FileUpload,
  useFiles,
  type FileAdapter,
} from 'loadline'
import type { ReactNode } from 'react'

interface AppProps {
  readonly adapter: FileAdapter
}

/** A small document library: choose files, watch them go, find them in the list. */
export function App({ adapter }: AppProps): ReactNode {
  return (
    <FilesProvider adapter={adapter}>
      <header className="top">
        <Mark />
        <strong>Northquay</strong>
        <span className="project">Pier 7 refit</span>
      </header>
      <main className="page">
        <div className="title">
          <h1>Documents</h1>
          <FileCount />
          <FileUpload category="USER_FILES" className="upload" />
        </div>
        <FileDropzone category="USER_FILES" compact />
        <FileActiveUploads />
        <FileList />
      </main>
    </FilesProvider>
  )
}

function FileCount(): ReactNode {
  const { total } = useFiles({ showUploads: false })
  if (total === null || total === 0) return null
  return (
    <span className="count">{total === 1 ? '1 file' : `${total.toLocaleString('en')} files`}</span>
  )
}

function Mark(): ReactNode {
  return (
    <svg className="mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden>
      <circle cx="10" cy="10" r="6" />
      <path d="M1.2 10h17.6" />
    </svg>
  )
}
