import { roqAdapter } from 'loadline/adapters/roq'
import { createUploadQueue, type FileAdapter, type OptionalMethods } from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { expect, inject, it, onTestFinished } from 'vitest'

const context = { signal: new AbortController().signal }
const { host, token } = inject('roq')
const adapter = roqAdapter({
  host,
  getToken: () => token,
  defaultCategory: 'USER_FILES',
}) as FileAdapter & OptionalMethods

// Small forms go by `fetch`, large ones by `XMLHttpRequest`.
it.each([10, 300_000])(
  'uploads %i bytes across origins, shows them, and takes them away',
  async (size) => {
    const queue = createUploadQueue({ adapter })
    onTestFinished(queue.connect())
    const file = makeFile({ name: `${size} bytes.txt`, type: 'text/plain', size })
    const { ids } = queue.add([file], { visibility: 'private' })
    await queue.whenSettled(ids)
    const task = queue.getTask(ids[0] ?? '')
    if (task?.status !== 'ready') throw new Error(`The upload is ${task?.status}.`)
    const { files } = await adapter.listFiles({ limit: 10, search: `${size} BYTES` }, context)
    expect(files.map(({ id, visibility }) => [id, visibility])).toEqual([[task.file.id, 'private']])
    const stored = await fetch(files[0]?.url ?? '')
    expect(new Uint8Array(await stored.arrayBuffer())).toEqual(
      new Uint8Array(await file.arrayBuffer()),
    )
    const { done } = await adapter.deleteFiles([task.file.id], context)
    expect(done).toEqual([task.file.id])
  },
)

it('reads an error across origins', async () => {
  const missing = adapter.getFile('00000000-0000-4000-8000-00000000dead', context)
  await expect(missing).rejects.toMatchObject({ code: 'not-found' })
})
