import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { StrictMode, type ReactNode } from 'react'
import { hydrateRoot } from 'react-dom/client'
import { renderToString } from 'react-dom/server.browser'
import { expect, it, vi } from 'vitest'
import { render } from 'vitest-browser-react'
import { createUploadQueue, type UploadQueue } from '../../core/index.js'
import { createMemoryBackend, makeFile } from '../../testing/index.js'
import { FileActiveUploads } from '../active-uploads/file-active-uploads.js'
import { FileList } from '../file-list/file-list.js'
import { FileUpload } from '../upload/file-upload.js'
import { useFilesContext, type FilesContextValue } from './files-context.js'
import { FilesProvider } from './files-provider.js'

function Probe({ onValue }: { readonly onValue: (value: FilesContextValue) => void }): ReactNode {
  onValue(useFilesContext())
  return null
}

it('renders no element, and keeps its queue over renders', async () => {
  const { adapter } = createMemoryBackend()
  const queues = new Set<UploadQueue>()
  const ui = (text: string) => (
    <FilesProvider adapter={adapter}>
      {text}
      <Probe onValue={({ queue }) => queues.add(queue)} />
    </FilesProvider>
  )
  const screen = await render(ui('before'))
  await screen.rerender(ui('after'))
  expect(screen.container.innerHTML).toBe('after')
  expect(queues.size).toBe(1)
})

it('makes another queue for another user', async () => {
  const { adapter } = createMemoryBackend()
  const queues = new Set<UploadQueue>()
  const ui = (userKey: string) => (
    <FilesProvider adapter={adapter} userKey={userKey}>
      <Probe onValue={({ queue }) => queues.add(queue)} />
    </FilesProvider>
  )
  const screen = await render(ui('mia'))
  await screen.rerender(ui('jonas'))
  expect(queues.size).toBe(2)
})

it('uses the query client above it', async () => {
  const client = new QueryClient()
  const seen = vi.fn<(value: FilesContextValue) => void>()
  await render(
    <QueryClientProvider client={client}>
      <FilesProvider adapter={createMemoryBackend().adapter}>
        <Probe onValue={seen} />
      </FilesProvider>
    </QueryClientProvider>,
  )
  expect(seen.mock.lastCall?.[0].queryClient).toBe(client)
})

it('stops a queue of its own when it goes, and leaves one that was given', async () => {
  const backend = createMemoryBackend()
  backend.hold('store')
  const transports = [backend.transport]
  const given = createUploadQueue({ adapter: backend.adapter, transports })
  const disconnect = given.connect()
  const first = await render(
    <StrictMode>
      <FilesProvider queue={given} />
    </StrictMode>,
  )
  const { ids } = given.add([makeFile()])
  await first.unmount()
  backend.release()
  expect((await given.whenSettled()).ready).toEqual(ids)
  disconnect()
})

it('is rendered by a server and hydrated without a mismatch', async () => {
  const backend = createMemoryBackend({ files: [{ id: '1', name: 'a.pdf' }] })
  const ui = (
    <FilesProvider adapter={backend.adapter}>
      <FileUpload />
      <FileActiveUploads />
      <FileList />
    </FilesProvider>
  )
  const container = document.createElement('div')
  container.innerHTML = renderToString(ui)
  document.body.append(container)
  expect(container.textContent).toContain('Upload files')
  expect(container.querySelector('[role=grid]')).not.toBeNull()
  const onRecoverableError = vi.fn<(error: unknown) => void>()
  const root = hydrateRoot(container, ui, { onRecoverableError })
  await expect.poll(() => container.querySelector('[data-row]')).not.toBeNull()
  expect(onRecoverableError).not.toHaveBeenCalled()
  root.unmount()
  container.remove()
})

it('needs to be there', async () => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  await expect(render(<FileUpload />)).rejects.toThrow('FilesProvider')
  error.mockRestore()
})
