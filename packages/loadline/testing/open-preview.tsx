import { StrictMode } from 'react'
import { expect } from 'vitest'
import { render } from 'vitest-browser-react'
import { userEvent } from 'vitest/browser'
import type { FileAdapter, StoredFileInput } from '../src/core/index.js'
import { FileList, type FileListProps } from '../src/react/file-list/file-list.js'
import { FilesProvider } from '../src/react/provider/files-provider.js'
import '../src/react/styles/styles.css'
import { createMemoryBackend } from '../src/testing/index.js'

/** A file with its bytes. */
export interface Sample {
  readonly name: string
  readonly type: string
  readonly bytes: Blob
}

/** As a backend lists it, at an address of the page's own; newest first. */
export function storedSample({ name, type, bytes }: Sample, index: number): StoredFileInput {
  return {
    id: `f${String(index)}`,
    name,
    contentType: type,
    size: bytes.size,
    url: URL.createObjectURL(bytes),
    createdAt: `2026-01-${String(28 - index)}T00:00:00Z`,
  }
}

export const textSample = (name: string, words: string, type = 'text/plain'): Sample => ({
  name,
  type,
  bytes: new Blob([words]),
})

interface Change {
  readonly props?: FileListProps
  readonly adapt?: (adapter: FileAdapter) => FileAdapter
  readonly direction?: 'ltr' | 'rtl'
}

/** A list over a backend in memory, and what opens its files. */
export async function showFiles(files: readonly StoredFileInput[], change: Change = {}) {
  const { props, adapt = (adapter) => adapter, direction = 'ltr' } = change
  const { adapter } = createMemoryBackend({ files })
  const screen = await render(
    <StrictMode>
      <FilesProvider adapter={adapt(adapter)} timeZone="UTC">
        <div dir={direction}>
          <FileList {...props} />
        </div>
      </FilesProvider>
    </StrictMode>,
  )
  const row = (name: string) => screen.getByRole('row', { name: new RegExp(name, 'u') })
  const dialog = (name: string) => screen.getByRole('dialog', { name: new RegExp(name, 'u') })
  const open = async (name: string) => {
    await expect.element(row(name)).toBeVisible()
    ;(row(name).element() as HTMLElement).focus()
    await userEvent.keyboard('{Enter}')
    await expect.element(dialog(name), { timeout: 10_000 }).toBeVisible()
    return dialog(name)
  }
  return { screen, row, dialog, open }
}
