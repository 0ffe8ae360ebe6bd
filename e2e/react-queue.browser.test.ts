import { createUploadQueue, FileActiveUploads, FilesProvider, FileUpload } from 'loadline'
import { makeFile, pickFiles } from 'loadline/testing'
import { createElement as h, StrictMode, type ReactNode } from 'react'
import { createRoot, type Root } from 'react-dom/client'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { page } from 'vitest/browser'
import { scriptedAdapter, splitRooms } from './support/scripted-adapter.js'
import { openRoom, type Room } from './support/scripted-room.js'

const cleanUps: (() => void)[] = []
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
})

function mount(ui: ReactNode): Root {
  const container = document.createElement('div')
  document.body.append(container)
  const root = createRoot(container)
  root.render(ui)
  cleanUps.push(() => {
    root.unmount()
    container.remove()
  })
  return root
}

/** A store that holds its answers, and a backend. */
async function openServers() {
  const store = await openRoom({ otherwise: { isHeld: true } })
  const backend = await openRoom()
  const { adapter } = scriptedAdapter(splitRooms(store, backend), 'put')
  return { store, backend, adapter }
}

async function choose(name: string): Promise<void> {
  const button = page.getByRole('button', { name: 'Upload files' })
  await expect.element(button).toBeVisible()
  await pickFiles(button.element() as HTMLElement, [makeFile({ name, size: 100 })])
}

async function expectSentOnce(store: Room, backend: Room, name: string): Promise<void> {
  expect(await store.paths()).toEqual([`object/${name}`])
  expect(await backend.paths()).toEqual([`create/${name}`, `finalize/${name}`])
}

describe('no request is sent twice', () => {
  it('in StrictMode, which mounts everything twice', async () => {
    const { store, backend, adapter } = await openServers()
    const ui = h(FilesProvider, { adapter }, h(FileUpload), h(FileActiveUploads))
    mount(h(StrictMode, null, ui))
    await choose('strict.txt')
    await vi.waitFor(async () => expect(await store.paths()).toHaveLength(1))
    await store.release()
    await expect.element(page.getByRole('listitem')).toHaveAttribute('data-status', 'ready')
    await expectSentOnce(store, backend, 'strict.txt')
  })

  it('when the route changes in the middle, and back again', async () => {
    const { store, backend, adapter } = await openServers()
    const route = (children: ReactNode) =>
      h(StrictMode, null, h(FilesProvider, { adapter }, children))
    const root = mount(route(h(FileUpload)))
    await choose('route.txt')
    await vi.waitFor(async () => expect(await store.paths()).toHaveLength(1))
    root.render(route(h('p', null, 'Another page')))
    await expect.element(page.getByText('Another page')).toBeVisible()
    root.render(route(h(FileActiveUploads)))
    await expect.element(page.getByRole('listitem')).toHaveAttribute('data-status', 'uploading')
    await store.release()
    await expect.element(page.getByRole('listitem')).toHaveAttribute('data-status', 'ready')
    await expectSentOnce(store, backend, 'route.txt')
  })

  it('when everything unmounts, and the queue is of the application', async () => {
    const { store, backend, adapter } = await openServers()
    const queue = createUploadQueue({ adapter })
    cleanUps.push(queue.connect())
    const ui = () => h(StrictMode, null, h(FilesProvider, { queue }, h(FileActiveUploads)))
    const root = mount(ui())
    const { ids } = queue.add([makeFile({ name: 'kept.txt', size: 100 })])
    await vi.waitFor(async () => expect(await store.paths()).toHaveLength(1))
    root.unmount()
    await store.release()
    expect((await queue.whenSettled(ids)).ready).toEqual(ids)
    mount(ui())
    await expect.element(page.getByRole('listitem')).toHaveAttribute('data-status', 'ready')
    await expectSentOnce(store, backend, 'kept.txt')
  })
})

it('between its last byte and the end an upload is stored, and being confirmed', async () => {
  const store = await openRoom()
  const backend = await openRoom({ answers: { 'finalize/a.txt': [{ isHeld: true }] } })
  const { adapter } = scriptedAdapter(splitRooms(store, backend), 'put')
  mount(h(FilesProvider, { adapter }, h(FileUpload), h(FileActiveUploads)))
  await choose('a.txt')
  await expect.element(page.getByText('Stored, confirming…')).toBeVisible()
  await vi.waitFor(async () => expect(await backend.paths(/^finalize/)).toHaveLength(1))
  await backend.release()
  await expect.element(page.getByRole('listitem')).toHaveAttribute('data-status', 'ready')
})
