import { createHash, randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { putBytes, type startTestStore } from './test-backend.js'

type Disk = Awaited<ReturnType<typeof startTestStore>>
type PutGrant = Parameters<Disk['store']['signPut']>[0]

type PartGrant = Parameters<Disk['store']['signParts']>[0][number]
type Bytes = string | Uint8Array<ArrayBuffer>

export interface Form {
  readonly url: string
  readonly fields: readonly (readonly [string, string])[]
  readonly fileField: string
}

const soon = () => Date.now() + 60_000

export const newKey = () => randomBytes(16).toString('hex')

export const defaultGrant = (): PutGrant => ({
  key: newKey(),
  contentType: 'text/plain',
  size: 5,
  checksum: null,
  expiresAt: soon(),
})

export function signPut(disk: Disk, overrides: Partial<PutGrant> = {}) {
  return disk.store.signPut({ ...defaultGrant(), ...overrides })
}

export function signGet(disk: Disk, key: string, name = 'a.txt', expiresAt = soon()) {
  return disk.store.signGet({ key, contentType: 'text/plain', name, expiresAt })
}

/** Stores and promotes; answers the key. */
export async function storeObject(disk: Disk, bytes: string): Promise<string> {
  const key = newKey()
  const size = Buffer.byteLength(bytes)
  const answer = await putBytes(await signPut(disk, { key, size }), bytes)
  expect(answer.status).toBe(200)
  await disk.store.promote(key, answer.headers.get('etag') ?? '')
  return key
}

export async function expectRefusal(answer: Response, status: number, code: string) {
  expect(answer.status).toBe(status)
  expect(answer.headers.get('content-type')).toBe('application/xml')
  expect(await answer.text()).toContain(`<Code>${code}</Code>`)
}

/** The URL with one parameter of its query changed. */
export function changed(url: string, name: string, value: string): string {
  const copy = new URL(url)
  copy.searchParams.set(name, value)
  return copy.href
}

export const sha256 = (bytes: Bytes) => createHash('sha256').update(bytes).digest('base64')

/** As a browser posts it, the file last. */
export function postForm(form: Form, bytes: Bytes, headers: Record<string, string> = {}) {
  const body = new FormData()
  for (const [name, value] of form.fields) body.append(name, value)
  body.append(form.fileField, new Blob([bytes]), 'a.txt')
  return fetch(form.url, { method: 'POST', body, headers })
}

/** The form with one field changed, added, or (`null`) left out. */
export function withField(form: Form, name: string, value: string | null): Form {
  const others = form.fields.filter(([field]) => field !== name)
  return { ...form, fields: value === null ? others : [...others, [name, value]] }
}

/** Starts an upload in parts on the store. */
export async function startParts(disk: Disk) {
  const key = newKey()
  const ref = { key, uploadId: await disk.store.createMultipart(key, 'text/plain') }
  const sign = async (partNumber: number, overrides: Partial<PartGrant> = {}) => {
    const grant = { ...ref, partNumber, size: 5, checksum: null, expiresAt: soon(), ...overrides }
    const [signed] = await disk.store.signParts([grant])
    if (signed === undefined) throw new Error('Nothing was signed.')
    return signed
  }
  const put = async (partNumber: number, bytes: string) =>
    putBytes(await sign(partNumber, { size: Buffer.byteLength(bytes) }), bytes)
  const list = async () => (await disk.store.listParts(ref, 0, 1000))?.parts ?? null
  const complete = async () => disk.store.completeMultipart(ref, (await list()) ?? [])
  return { ref, sign, put, list, complete }
}
