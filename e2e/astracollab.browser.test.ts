import { astraCollabAdapter } from 'loadline/adapters/astracollab'
import {
  createUploadQueue,
  type FileAdapter,
  type OptionalMethods,
  type UploadTask,
} from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { expect, inject, it, onTestFinished } from 'vitest'

const context = { signal: new AbortController().signal }
const servers = inject('astraCollabs')

function at(baseUrl: string): FileAdapter & OptionalMethods {
  const adapter = astraCollabAdapter({ baseUrl, getToken: () => 'ak_test' })
  return adapter as FileAdapter & OptionalMethods
}

/** @param multipartThreshold from this size on in parts of 100,000 bytes */
async function upload(
  adapter: FileAdapter,
  file: File,
  multipartThreshold: number,
): Promise<UploadTask | undefined> {
  const queue = createUploadQueue({ adapter, multipartThreshold })
  onTestFinished(queue.connect())
  const { ids } = queue.add([file], { metadata: { page: 1 } })
  await queue.whenSettled(ids)
  return queue.getTask(ids[0] ?? '')
}

it.each([
  ['in a form', 'open', 1_000_000, 250_000],
  ['in a form of no bytes', 'open', 1_000_000, 0],
  ['in parts', 'open', 1, 250_000],
  ['in parts whose headers are hidden', 'hidden', 1, 250_000],
] as const)('uploads across origins %s', async (_, server, threshold, size) => {
  const adapter = at(servers[server])
  const file = makeFile({ name: `${crypto.randomUUID()}.txt`, type: 'text/plain', size })
  const task = await upload(adapter, file, threshold)
  expect(task).toMatchObject({ status: 'ready', file: { size, metadata: { page: 1 } } })
  const { files } = await adapter.listFiles({ limit: 10, search: file.name }, context)
  const stored = await fetch(files[0]?.url ?? '')
  expect(new Uint8Array(await stored.arrayBuffer())).toEqual(
    new Uint8Array(await file.arrayBuffer()),
  )
  const ids = files.map(({ id }) => id)
  expect(await adapter.deleteFiles(ids, context)).toEqual({ done: ids, failed: [] })
})

it('names the rule that is missing where no ETag can be read', async () => {
  const file = makeFile({ name: 'a.txt', size: 250_000 })
  expect(await upload(at(servers.mute), file, 1)).toMatchObject({
    status: 'failed',
    error: { code: 'storage-cors', details: { rule: { ExposeHeaders: ['ETag'] } } },
  })
})

it('waits for the end of a limit that only the body tells', async () => {
  const adapter = at(servers.limited)
  await adapter.listFiles({ limit: 1 }, context).catch(() => undefined)
  const refused = adapter.listFiles({ limit: 1 }, context)
  const thrown: unknown = await refused.catch((error: unknown) => error)
  expect(thrown).toMatchObject({ name: 'UploadError', code: 'rate-limited' })
  const { retryAt } = thrown as { readonly retryAt: number }
  expect(retryAt).toBeGreaterThan(Date.now())
  expect(retryAt).toBeLessThanOrEqual(Date.now() + 3_600_000)
})

it('has no answer from a server that does not let pages in', async () => {
  const listed = at(servers.closed).listFiles({ limit: 1 }, context)
  await expect(listed).rejects.toMatchObject({ code: 'network' })
})
