import { afterEach, describe, expect, it } from 'vitest'
import type { RoqOptions } from './roq-options.js'
import { startRoq, type RoqServer } from './start-roq.js'

const open: RoqServer[] = []

afterEach(() => Promise.all(open.splice(0).map((server) => server.close())))

async function start(options?: RoqOptions) {
  const roq = await startRoq(options)
  open.push(roq)
  const user = roq.addUser()
  const token = await roq.issueToken(user.id)
  const ask = async (query: string, variables: object = {}, bearer = token) => {
    const response = await fetch(`${roq.url}/v01/graphql`, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        'roq-platform-authorization': `Bearer ${bearer}`,
      },
      body: JSON.stringify({ query, variables }),
    })
    return { status: response.status, ...((await response.json()) as Answer) }
  }
  return { roq, user, token, ask }
}

interface Answer {
  readonly data: Readonly<Record<string, unknown>> | null
  readonly errors: readonly {
    readonly message: string
    readonly extensions: {
      readonly code: string
      readonly response: { readonly errorCode: string }
    }
  }[]
}

interface Created {
  readonly id: string
  readonly uploadUrl: string
  readonly formFields: Readonly<Record<string, string>>
}

const create = `mutation ($createFileDto: FileCreateDto!) {
  createFileUpload(createFileDto: $createFileDto) { id status uploadUrl formFields }
}`
const setStatus = `mutation ($id: ID!, $status: FileStatusEnum!) {
  updateFileStatus(id: $id, status: $status) { id status url }
}`

async function createOne(ask: Awaited<ReturnType<typeof start>>['ask'], name = 'sea.txt') {
  const createFileDto = { name, contentType: 'text/plain', fileCategory: 'USER_FILES' }
  const { data } = await ask(create, { createFileDto })
  return data?.['createFileUpload'] as Created
}

type Entry = readonly [string, string | File]

function entriesOf({ formFields }: Created, bytes = 'bytes'): readonly Entry[] {
  return [...Object.entries(formFields), ['file', new File([bytes], 'sea.txt')]]
}

async function post({ uploadUrl }: Created, entries: readonly Entry[], headers = {}) {
  const body = new FormData()
  for (const [name, value] of entries) body.append(name, value)
  const response = await fetch(uploadUrl, { method: 'POST', body, headers })
  const text = await response.text()
  return { status: response.status, text, code: /<Code>(\w+)</.exec(text)?.[1] }
}

describe('the schema', () => {
  it.each([
    ['{ file(id: "a") { size } }', 'Cannot query field "size"'],
    ['{ files(filter: { fileCategory: { key: { equalTo: "A" } } }) { totalCount } }', 'key'],
    ['mutation { updateFileStatus(id: "a", status: READY) { id } }', 'READY'],
    ['{ files(order: { sort: size, order: ASC }) { totalCount } }', 'size'],
    ['{ files { totalCount }', 'Syntax Error'],
  ])('refuses %s', async (query, why) => {
    const { ask } = await start()
    const { status, errors } = await ask(query)
    expect([status, errors[0]?.message]).toEqual([400, expect.stringContaining(why)])
  })

  it('refuses a variable that does not fit', async () => {
    const { ask } = await start()
    const { status, errors } = await ask(setStatus, { id: 'a', status: 'READY' })
    expect([status, errors[0]?.extensions.code]).toEqual([400, 'GRAPHQL_VALIDATION_FAILED'])
  })
})

describe('who may', () => {
  it('answers nobody without a token that it gave, in the status that is set', async () => {
    for (const unauthenticatedStatus of [200, 401] as const) {
      const { ask } = await start({ unauthenticatedStatus })
      const { status, errors, data } = await ask('{ files { totalCount } }', {}, 'foreign')
      expect([status, data]).toEqual([unauthenticatedStatus, null])
      expect(errors[0]?.extensions.code).toBe('UNAUTHENTICATED')
    }
  })

  it('answers a token until it ends', async () => {
    const { roq, user, ask } = await start()
    const token = await roq.issueToken(user.id, 60)
    expect((await ask('{ files { totalCount } }', {}, token)).data).not.toBeNull()
    roq.advance(61_000)
    expect((await ask('{ files { totalCount } }', {}, token)).data).toBeNull()
  })

  it('lets no page associate', async () => {
    const { ask } = await start()
    const { errors } = await ask(
      'mutation { createFileAssociationV2(data: { entityName: "a", entityReference: "1", fileId: "2" }) { id } }',
    )
    expect(errors[0]?.extensions.response.errorCode).toBe('FORBIDDEN')
  })

  it("lets pages of other origins in, with ROQ's header and no other", async () => {
    const preflight = (roq: RoqServer, url = roq.url) =>
      fetch(`${url}/v01/graphql`, {
        method: 'OPTIONS',
        headers: {
          origin: 'https://app.example',
          'access-control-request-method': 'POST',
          'access-control-request-headers': 'content-type,roq-platform-authorization',
        },
      }).then(({ headers }) => headers.get('access-control-allow-headers'))
    const { roq } = await start()
    expect(await preflight(roq)).toContain('roq-platform-authorization')
    expect(await preflight(roq, roq.storageUrl)).not.toContain('roq')
    expect(await preflight((await start({ cors: false })).roq)).toBeNull()
  })
})

describe('the storage', () => {
  it('takes what was issued, and ROQ is told', async () => {
    const { roq, ask } = await start()
    const created = await createOne(ask)
    const before = await ask(setStatus, { id: created.id, status: 'ready' })
    expect(before.errors[0]?.extensions.response.errorCode).toBe(
      'FILE_NOT_COMPLETELY_UPLOADED_STATUS_UPDATE_FAILED',
    )
    expect(await post(created, entriesOf(created))).toMatchObject({ status: 204, text: '' })
    const { data } = await ask(setStatus, { id: created.id, status: 'ready' })
    const { url } = Object(data?.['updateFileStatus']) as { readonly url: string }
    await expect((await fetch(url)).text()).resolves.toBe('bytes')
    expect(roq.object(created.id)?.contentType).toBe('text/plain')
    const again = await ask(setStatus, { id: created.id, status: 'error' })
    expect(again.errors[0]?.extensions.response.errorCode).toBe('FILE_STATUS_UPDATE_FAILED')
  })

  const without = (name: string) => (entries: readonly Entry[]) =>
    entries.filter(([field]) => field !== name)
  const changed = (name: string) => (entries: readonly Entry[]) =>
    entries.map(([field, value]): Entry => [
      field,
      field === name && typeof value === 'string' ? `${value}x` : value,
    ])
  const odd: Entry = ['odd', '1']
  const file: Entry = ['file', new File(['bytes'], 'sea.txt')]
  it.each<[string, (entries: readonly Entry[]) => readonly Entry[], number, string]>([
    ['a field is missing', without('expiryTime'), 403, 'AccessDenied'],
    ['a field is changed', changed('key'), 403, 'AccessDenied'],
    ['a field is too many', (entries) => [odd, ...entries], 403, 'AccessDenied'],
    ['a field comes twice', (all) => [...all.slice(0, 1), ...all], 403, 'AccessDenied'],
    ['the policy is changed', changed('Policy'), 403, 'SignatureDoesNotMatch'],
    ['the signature is changed', changed('X-Amz-Signature'), 403, 'SignatureDoesNotMatch'],
    ['a field comes after the file', (all) => [...all, odd], 400, 'MalformedPOSTRequest'],
    ['the file comes first', (all) => [file, ...all.slice(0, -1)], 400, 'MalformedPOSTRequest'],
    ['there are two files', (all) => [...all, file], 400, 'MalformedPOSTRequest'],
    ['there is no file', without('file'), 400, 'MalformedPOSTRequest'],
  ])('refuses a form in which %s', async (_, spoil, status, code) => {
    const { roq, ask } = await start()
    const created = await createOne(ask)
    expect(await post(created, spoil(entriesOf(created)))).toMatchObject({ status, code })
    expect(roq.object(created.id)).toBeUndefined()
  })

  it('refuses what is too large, too late, or also authorised in another way', async () => {
    const { roq, ask } = await start({ categories: [{ key: 'USER_FILES', maxSize: 5 }] })
    const created = await createOne(ask)
    const tooLarge = await post(created, entriesOf(created, 'bytes!'))
    expect(tooLarge).toMatchObject({ status: 400, code: 'EntityTooLarge' })
    const twice = await post(created, entriesOf(created), { authorization: 'Bearer a' })
    expect(twice).toMatchObject({ status: 400, code: 'InvalidArgument' })
    roq.advance(3_601_000)
    const late = await post(created, entriesOf(created))
    expect(late).toMatchObject({ status: 403, code: 'AccessDenied' })
    expect(late.text).toContain('Policy expired')
  })

  it('gives a private file for a signature that has not ended', async () => {
    const categories = [{ key: 'USER_FILES', isPublicByDefault: false }]
    const { roq, ask } = await start({ categories, signedUrlTtl: 60 })
    const created = await createOne(ask)
    await post(created, entriesOf(created))
    const { data } = await ask(setStatus, { id: created.id, status: 'ready' })
    const { url } = Object(data?.['updateFileStatus']) as { readonly url: string }
    const [bare = ''] = url.split('?')
    const longer = url.replace('X-Amz-Expires=60', 'X-Amz-Expires=999')
    const statuses = async () =>
      Promise.all([url, bare, longer].map(async (one) => (await fetch(one)).status))
    expect(await statuses()).toEqual([200, 403, 403])
    roq.advance(61_000)
    expect(await statuses()).toEqual([403, 403, 403])
  })
})

describe('lists', () => {
  it('gives as many rows as it likes, and tells how many there are', async () => {
    const { ask } = await start({ queryLimit: 2 })
    for (const name of ['a.txt', 'b.txt', 'c.txt']) await createOne(ask, name)
    for (const [asked, names] of [
      ['', ['c.txt', 'b.txt']],
      ['(limit: 0)', ['c.txt', 'b.txt']],
      ['(limit: 50, offset: 2)', ['a.txt']],
      ['(limit: 1, order: { sort: name, order: ASC })', ['a.txt']],
      ['(offset: 9)', []],
    ] as const) {
      const { data } = await ask(`{ files${asked} { data { name } totalCount } }`)
      const page = { data: names.map((name) => ({ name })), totalCount: 3 }
      expect(data?.['files']).toEqual(page)
    }
  })

  it.each([
    ['search: { key: name, value: "SEA" }', []],
    ['search: { key: name, value: "ea" }', ['sea_1.txt', 'sea%1.txt']],
    ['filter: { name: { iLike: "SEA%" } }', ['sea_1.txt', 'sea%1.txt']],
    [String.raw`filter: { name: { like: "%\\_1%" } }`, ['sea_1.txt']],
    ['filter: { name: { like: "sea_1.txt" } }', ['sea_1.txt', 'sea%1.txt']],
    ['filter: { name: { notEqualTo: "sea_1.txt" } }', ['sea%1.txt']],
    ['filter: { status: { valueNotIn: [upload_pending] } }', []],
  ])('finds by %s', async (asked, names) => {
    const { ask } = await start()
    for (const name of ['sea%1.txt', 'sea_1.txt']) await createOne(ask, name)
    const { data } = await ask(`{ files(${asked}) { data { name } } }`)
    expect(data?.['files']).toEqual({ data: names.map((name) => ({ name })) })
  })
})
