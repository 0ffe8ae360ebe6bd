import { presignedAdapter, type SignAnswer, type SignBody } from 'loadline/adapters/presigned'
import { uploadFile, type HttpRequest } from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { serveDiskStore, type ServedDiskStore } from './support/serve-disk-store.js'

let served: ServedDiskStore

beforeAll(async () => {
  served = await serveDiskStore()
})

afterAll(() => served.close())

async function sign({ data }: HttpRequest): Promise<SignAnswer> {
  const { contentType, size } = data as SignBody
  const key = crypto.randomUUID().replaceAll('-', '')
  const expiresAt = Date.now() + 60_000
  const grant = { key, contentType, size, checksum: null, expiresAt }
  const { url, fields } = await served.store.signPost(grant)
  return { url, fields, fileId: key, expiresAt: new Date(expiresAt).toISOString() }
}

it('posts a form where a route of the own answers fields', async () => {
  const adapter = presignedAdapter({ signUrl: '/sign', http: { request: sign } })
  const file = makeFile({ name: 'a.txt', size: 70_000, type: 'text/plain' })
  const { id } = await uploadFile(adapter, file)
  const object = await served.store.head(id)
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  expect(object).toMatchObject({
    size: 70_000,
    checksum: Buffer.from(digest).toString('base64'),
  })
})
