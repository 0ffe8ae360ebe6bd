import { act } from 'react'
import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { createUploadQueue } from '../../core/index.js'
import { createMemoryBackend, makeFile } from '../../testing/index.js'
import { FilesProvider } from '../provider/files-provider.js'
import { useUploadDraft, type UploadDraft } from './use-upload-draft.js'

async function setUp() {
  const backend = createMemoryBackend()
  const queue = createUploadQueue({ adapter: backend.adapter, transports: [backend.transport] })
  const seen: UploadDraft[] = []
  function Probe() {
    seen.push(useUploadDraft())
    return null
  }
  await render(
    <FilesProvider queue={queue}>
      <Probe />
    </FilesProvider>,
  )
  const draft = () => {
    const newest = seen.at(-1)
    if (newest === undefined) throw new Error('It has not been rendered.')
    return newest
  }
  const add = (name: string) =>
    queue.add([makeFile({ name })], { scope: draft().scope, isDraft: true })
  return { backend, queue, draft, add }
}

const ticket = { entityName: 'ticket', entityReference: 'T-1' }

it('knows its files, also when their uploads were cleared from the queue', async () => {
  const { queue, draft, add } = await setUp()
  queue.add([makeFile({ name: 'of another.pdf' })])
  add('a.pdf')
  await expect.poll(() => draft().isPending).toBe(true)
  await expect.poll(() => draft().fileIds).toHaveLength(1)
  expect(draft().isPending).toBe(false)
  queue.clearSettled()
  await expect.poll(() => queue.getIds()).toEqual([])
  expect(draft().fileIds).toHaveLength(1)
})

it('waits for what is under way, links it, and begins anew', async () => {
  const { backend, draft, add } = await setUp()
  const { scope } = draft()
  backend.hold('store')
  add('a.pdf')
  const adopting = draft().adopt(ticket)
  backend.release()
  const { done, failed } = await act(() => adopting)
  expect(done).toEqual(backend.files().map(({ id }) => id))
  expect(failed).toEqual([])
  expect(backend.files()[0]?.associations).toMatchObject([ticket])
  await expect.poll(() => draft().scope).not.toBe(scope)
  expect(draft().fileIds).toEqual([])
})

it('cancels what is under way and deletes the rest', async () => {
  const { backend, queue, draft, add } = await setUp()
  add('a.pdf')
  await expect.poll(() => draft().fileIds).toHaveLength(1)
  backend.hold('store')
  add('b.pdf')
  await draft().discard()
  expect(backend.files()).toEqual([])
  expect(queue.getIds()).toEqual([])
  await expect.poll(() => draft().fileIds).toEqual([])
})
