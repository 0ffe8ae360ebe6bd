import { makeFile } from '../../make-file.js'
import { check, checkSameBytes } from '../check.js'
import type {
  ObjectStoreInstance,
  ObjectStoreSubject,
  StoreGrant,
  StoreSignedForm,
  StoreSignedRequest,
} from './object-store-subject.js'

/** One promise of a store that bytes are sent to straight from a page. */
export interface ObjectStoreCase {
  readonly name: string
  readonly needs?: 'signPost' | 'multipart'
  run(kit: ObjectStoreKit): Promise<void>
}

const contentType = 'text/plain'

export class ObjectStoreKit {
  readonly store: ObjectStoreInstance

  constructor(store: ObjectStoreInstance) {
    this.store = store
  }

  file(size = 100): File {
    return makeFile({ size, type: contentType })
  }

  grant(changes: Partial<StoreGrant> = {}): StoreGrant {
    return {
      key: this.store.newKey(),
      contentType,
      size: 100,
      checksum: null,
      expiresAt: Date.now() + 60_000,
      ...changes,
    }
  }

  fetch(url: string, init: RequestInit): Promise<Response> {
    return (this.store.fetch ?? fetch)(url, init)
  }

  put(
    { url, headers }: StoreSignedRequest,
    body: Blob,
    extra: Readonly<Record<string, string>> = {},
  ): Promise<Response> {
    const own = { 'content-type': contentType, ...lowerCase(headers), ...lowerCase(extra) }
    return this.fetch(url, { method: 'PUT', headers: own, body })
  }

  post({ url, fields, fileField }: StoreSignedForm, file: File): Promise<Response> {
    const body = new FormData()
    for (const [name, value] of fields) body.append(name, value)
    body.append(fileField, file)
    return this.fetch(url, { method: 'POST', body })
  }

  async checkStored(key: string, file: File): Promise<void> {
    const stored = await this.store.readObject(key)
    check(stored !== null, 'the store does not have the object')
    await checkSameBytes(stored, file, 'the object')
  }

  /** That the answer is a refusal, and that nothing was stored for it. */
  async checkRefused(answer: Response, key: string, what: string): Promise<void> {
    const isRefused = answer.status >= 400 && answer.status < 500
    check(isRefused, `${what}: the answer is ${answer.status}`)
    check((await this.store.readObject(key)) === null, `${what}: it was stored`)
  }
}

/** @throws Error where the store breaks the promise. */
export async function runObjectStoreCase(
  { needs, run }: ObjectStoreCase,
  subject: ObjectStoreSubject,
): Promise<void> {
  const store = await subject.createStore()
  try {
    if (needs !== undefined && store[needs] === undefined) return
    await run(new ObjectStoreKit(store))
  } finally {
    await store.dispose?.()
  }
}

/** The same URL with one letter of each parameter changed, one parameter at a time. */
export function changedUrls(url: string): readonly string[] {
  return [...new URL(url).searchParams.entries()].map(([name, value]) => {
    const changed = new URL(url)
    changed.searchParams.set(name, changeLetter(value))
    return changed.href
  })
}

/** The first one: of base64 the last one holds bits that say nothing. The length stays. */
export function changeLetter(value: string): string {
  return `${value.startsWith('1') ? '2' : '1'}${value.slice(1)}`
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]),
  )
}
