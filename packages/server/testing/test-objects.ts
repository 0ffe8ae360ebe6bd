import { randomBytes } from 'node:crypto'
import { expect } from 'vitest'
import { putBytes, type startTestStore } from './test-backend.js'

type Disk = Awaited<ReturnType<typeof startTestStore>>
type PutGrant = Parameters<Disk['store']['signPut']>[0]

const soon = () => Date.now() + 60_000

export const newKey = () => randomBytes(16).toString('hex')

export function signPut(disk: Disk, overrides: Partial<PutGrant> = {}) {
  const grant = { key: newKey(), contentType: 'text/plain', size: 5, expiresAt: soon() }
  return disk.store.signPut({ ...grant, ...overrides })
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
