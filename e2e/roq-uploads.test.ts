import { roqAdapter } from 'loadline/adapters/roq'
import { roqServerAdapter } from 'loadline/adapters/roq/server'
import { uploadFile, type FileAdapter, type OptionalMethods } from 'loadline/core'
import { startRoq, type RoqOptions, type RoqServer } from 'loadline-mock-backends'
import { makeFile } from 'loadline/testing'
import { expect, it, onTestFinished } from 'vitest'
import { serveFetch } from './support/serve-fetch.js'

const retry = { baseDelayMs: 1 }
const context = { signal: new AbortController().signal }
const text = (size = 10) => makeFile({ name: 'file.txt', type: 'text/plain', size })

async function start(options: RoqOptions = {}, extra: Partial<PageOptions> = {}) {
  const roq = await startRoq(options)
  onTestFinished(() => roq.close())
  const token = await roq.issueToken(roq.addUser().id)
  const adapter = roqAdapter({
    host: roq.url,
    getToken: () => token,
    defaultCategory: 'USER_FILES',
    ...extra,
  })
  return { roq, adapter: adapter as FileAdapter & OptionalMethods }
}

type PageOptions = Parameters<typeof roqAdapter>[0]

function fieldsOf({ calls }: RoqServer): readonly string[] {
  return calls.flatMap(({ fields }) => fields)
}

it('asks for no more than it needs', async () => {
  const { roq, adapter } = await start()
  await uploadFile(adapter, text())
  await uploadFile(adapter, text())
  expect(fieldsOf(roq)).toEqual([
    'fileCategories',
    ...['createFileUpload', 'updateFileStatus'],
    ...['createFileUpload', 'updateFileStatus'],
  ])
})

it('creates nothing that the category does not take', async () => {
  const contentGroups = { image: ['image/png'] }
  const { roq, adapter } = await start({ categories: [{ key: 'USER_FILES', contentGroups }] })
  await expect(uploadFile(adapter, text())).rejects.toMatchObject({ code: 'type-not-allowed' })
  expect(roq.createdIds).toEqual([])
  const image = makeFile({ name: 'a.png', type: 'image/png', size: 10 })
  await expect(uploadFile(adapter, image)).resolves.toMatchObject({ status: 'ready' })
})

it('leaves it to ROQ where categories may not be read', async () => {
  const categories = [{ key: 'USER_FILES', maxSize: 5, contentGroups: { text: ['text/plain'] } }]
  const { roq, adapter } = await start({ categories })
  const forbidden = { kind: 'error', statusCode: 403, errorCode: 'FORBIDDEN' } as const
  roq.failNext('fileCategories', forbidden)
  await expect(uploadFile(adapter, text(6))).rejects.toMatchObject({
    code: 'too-large',
    details: { maxSize: 5 },
  })
  expect([roq.posts, roq.file(roq.createdIds[0] ?? '')?.status]).toEqual([[], 'error'])
  roq.failNext('fileCategories', forbidden)
  const image = makeFile({ name: 'a.png', type: 'image/png', size: 5 })
  await expect(uploadFile(adapter, image)).rejects.toMatchObject({
    code: 'type-not-allowed',
    details: { errorCode: 'INVALID_CONTENT_TYPE_FOR_FILE_CATEGORY' },
  })
})

it('wants a category where there is none for all', async () => {
  const { adapter } = await start({}, { defaultCategory: undefined })
  expect(adapter.features.requiredUploadFields).toEqual(['category'])
  const uploaded = uploadFile(adapter, text(), { category: 'USER_FILES' })
  await expect(uploaded).resolves.toMatchObject({ category: { key: 'USER_FILES' } })
})

it('cannot associate without a server, and says so', async () => {
  const { adapter } = await start()
  expect(adapter.createAssociations).toBeUndefined()
  expect(adapter.features.uploadFields).not.toContain('associations')
})

it('deletes a file whose associations are refused, as if it had not come', async () => {
  const app = await serveFetch(() => () => Promise.resolve(new Response(null, { status: 403 })))
  onTestFinished(() => app.close())
  const { roq, adapter } = await start({}, { associations: app.url })
  const associations = [{ entityName: 'invoice', entityReference: '7' }]
  const uploaded = uploadFile(adapter, text(), { associations, retry })
  await expect(uploaded).rejects.toMatchObject({ code: 'forbidden' })
  await expect.poll(() => roq.file(roq.createdIds[0] ?? '')).toBeUndefined()
})

it('tells no secret in its errors', async () => {
  const { roq } = await start()
  const apiKey = 'not-the-key'
  const { url: host, environmentId } = roq
  const server = roqServerAdapter({ host, environmentId, apiKey })
  const error: unknown = await server.listFiles?.({ limit: 1 }, context).catch((e: unknown) => e)
  expect(error).toMatchObject({ code: 'unauthenticated' })
  const { stack, ...told } = error as Error
  expect(JSON.stringify([String(error), stack, told])).not.toContain(apiKey)
})

it('acts on a server as the user whom it is told, with one token until it ends', async () => {
  const { roq } = await start({ tokenTtl: 60 })
  const { url: host, environmentId, apiKey } = roq
  const options = { host, environmentId, apiKey, defaultCategory: 'USER_FILES' }
  const asUser = roqServerAdapter({ ...options, asUser: roq.addUser().id })
  const asOther = roqServerAdapter({ ...options, asUser: roq.addUser().id })
  const asService = roqServerAdapter(options)
  const { id } = await uploadFile(asUser, text())
  roq.advance(61_000)
  const idsOf = async (adapter: FileAdapter) =>
    (await adapter.listFiles?.({ limit: 10 }, context))?.files.map((file) => file.id)
  expect(await Promise.all([asUser, asOther, asService].map(idsOf))).toEqual([[id], [], [id]])
  const keys = [asUser, asOther, asService].map(({ features }) => features.cacheKey)
  expect(new Set(keys).size).toBe(3)
})
