import { createRef, StrictMode, type ReactNode } from 'react'
import { vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { createUploadQueue } from '../src/core/index.js'
import { createMemoryBackend, makeFile } from '../src/testing/index.js'
import { FilesProvider } from '../src/react/provider/files-provider.js'
import { FileUpload, type FileUploadProps } from '../src/react/upload/file-upload.js'
import type { FileUploadActions } from '../src/react/upload/upload-component-props.js'

export const [a, b, c] = ['a.pdf', 'b.pdf', 'c.pdf'].map((name) => makeFile({ name })) as [
  File,
  File,
  File,
]
const stored = [
  { id: 'old', name: 'old.pdf' },
  { id: 'older', name: 'older.pdf' },
]

/** A field of a form over a backend in memory, and what a test does with it. */
export async function showField(
  props: FileUploadProps,
  field: (props: FileUploadProps) => ReactNode = plain,
) {
  const backend = createMemoryBackend({ files: stored })
  const queue = createUploadQueue({ adapter: backend.adapter, transports: [backend.transport] })
  const actions = createRef<FileUploadActions>()
  const onValueChange = vi.fn<NonNullable<FileUploadProps['onValueChange']>>()
  const screen = await render(
    <StrictMode>
      <FilesProvider queue={queue}>
        {field({ showFiles: true, onValueChange, actionsRef: actions, ...props })}
      </FilesProvider>
    </StrictMode>,
  )
  const idOf = (name: string) => backend.files().find((file) => file.name === name)?.id ?? name
  const button = (name: string) => screen.getByRole('button', { name, exact: true })
  const rows = () =>
    screen
      .getByRole('listitem')
      .elements()
      .map((row) => nameIn(row))
  const add = (...files: readonly File[]) => actions.current?.add(files)
  const reasons = () => onValueChange.mock.calls.map(([ids, { reason }]) => [reason, ...ids])
  return { backend, queue, screen, actions, idOf, button, rows, add, reasons, onValueChange }
}

const plain = (props: FileUploadProps) => <FileUpload {...props} />
const nameIn = (row: Element) => row.querySelector('[data-loadline=spoken]')?.textContent
