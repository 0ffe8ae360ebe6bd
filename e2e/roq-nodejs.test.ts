import { createHash } from 'node:crypto'
import { Platform } from '@roq/nodejs'
import { startRoq, type RoqServer } from 'loadline-mock-backends'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

let roq: RoqServer

beforeAll(async () => {
  roq = await startRoq()
})

afterAll(() => roq.close())

function platform(apiKey = roq.apiKey) {
  return new Platform({ host: roq.url, environmentId: roq.environmentId, apiKey })
}

/** As the client's documentation posts it; its own `uploadFile` needs a `fetch` other than Node's. */
async function post(uploadUrl: string, fields: Record<string, string>, file: File) {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.append(name, value)
  form.append('file', file)
  return fetch(uploadUrl, { method: 'POST', body: form })
}

async function upload(client: ReturnType<Platform['asSuperAdmin']>, name: string) {
  const file = new File([`the bytes of ${name}`], name, { type: 'text/plain' })
  const { createFileUploadV2: created } = await client.createFileUpload({
    data: { name, contentType: 'text/plain', fileCategory: 'USER_FILES' },
  })
  const fields = created.formFields as Record<string, string>
  const posted = await post(created.uploadUrl, fields, file)
  const { updateFileV2: ready } = await client.updateFile({
    data: { fileId: created.id, status: 'ready' as never },
  })
  return { file, created, posted, ready }
}

describe("ROQ's own client for Node, against the server of ours", () => {
  it('creates, posts and finalises a file', async () => {
    const { file, created, posted, ready } = await upload(platform().asSuperAdmin(), 'sea.txt')
    expect(created).toMatchObject({ name: 'sea.txt', status: 'upload_pending' })
    expect([posted.status, await posted.text()]).toEqual([204, ''])
    expect(ready).toMatchObject({ id: created.id, status: 'ready', isPublic: true })
    const sha256 = createHash('sha256')
      .update(await file.bytes())
      .digest('hex')
    expect(roq.object(created.id)?.sha256).toBe(sha256)
    await expect((await fetch(ready.url ?? '')).text()).resolves.toBe('the bytes of sea.txt')
  })

  it('lists, renames, hides, associates and deletes', async () => {
    const client = platform().asUser(roq.addUser('Grace').id)
    const { created } = await upload(client, 'old.txt')
    const { id } = created
    await client.updateFile({ data: { fileId: id, name: 'new.txt' } })
    await client.makeFilePrivate({ id })
    const association = { entityName: 'invoice', entityReference: '7', fileId: id }
    await client.createFileAssociation({ data: association })
    const { files } = await client.files({
      filter: { entityName: { equalTo: 'invoice' }, entityReferences: { valueIn: ['7'] } },
      order: { order: 'ASC' as never, sort: 'name' as never },
      withCreatedByUser: true,
    })
    expect(files.totalCount).toBe(1)
    expect(files.data).toMatchObject([
      { id, name: 'new.txt', isPublic: false, createdByUser: { firstName: 'Grace' } },
    ])
    const { deleteFiles } = await client.deleteFiles({ filter: { id: { valueIn: [id] } } })
    expect(deleteFiles).toEqual([id])
    await expect(client.file({ id })).rejects.toMatchObject({
      statusCode: 404,
      errorCode: 'FILE_NOT_FOUND',
    })
  })

  it('sees of others nothing as a user, and everything as the service account', async () => {
    const { created } = await upload(platform().asUser(roq.addUser().id), 'mine.txt')
    const other = platform().asUser(roq.addUser().id)
    await expect(other.file({ id: created.id })).rejects.toMatchObject({ statusCode: 404 })
    const { file } = await platform().asSuperAdmin().file({ id: created.id })
    expect(file.name).toBe('mine.txt')
  })

  it('reads what is refused', async () => {
    const client = platform().asSuperAdmin()
    const data = { name: 'a.txt', contentType: 'text/plain', fileCategory: 'NO_SUCH_CATEGORY' }
    await expect(client.createFileUpload({ data })).rejects.toMatchObject({
      errorCode: 'FILE_CATEGORY_WITH_GIVEN_KEY_NOT_FOUND',
    })
    const { createFileUploadV2: created } = await client.createFileUpload({
      data: { ...data, fileCategory: 'USER_FILES' },
    })
    const unsent = { fileId: created.id, status: 'ready' as never }
    await expect(client.updateFile({ data: unsent })).rejects.toMatchObject({
      errorCode: 'FILE_NOT_COMPLETELY_UPLOADED_STATUS_UPDATE_FAILED',
    })
    await expect(platform('wrong key').asSuperAdmin().files()).rejects.toThrow(/./)
  })
})
