import { describeObjectStore, type ObjectStoreInstance } from 'loadline/testing/vitest'
import { afterAll, beforeAll } from 'vitest'
import { serveDiskStore, type ServedDiskStore } from './support/serve-disk-store.js'

let served: ServedDiskStore

beforeAll(async () => {
  served = await serveDiskStore()
})

afterAll(() => served.close())

function createStore(): Promise<ObjectStoreInstance> {
  const { store, pageOrigin } = served
  return Promise.resolve({
    pageOrigin,
    newKey: () => crypto.randomUUID().replaceAll('-', ''),
    signPut: (grant) => store.signPut(grant),
    signPost: (grant) => store.signPost(grant),
    multipart: {
      minPartSize: 1_000,
      create: (key, contentType) => store.createMultipart(key, contentType),
      async signPart(grant) {
        const [signed] = await store.signParts([grant])
        if (signed === undefined) throw new Error('Nothing was signed.')
        return signed
      },
      complete: (key, uploadId, parts) =>
        store.completeMultipart(
          { key, uploadId },
          parts.map((part) => ({ ...part, checksum: null })),
        ),
      abort: (key, uploadId) => store.abortMultipart({ key, uploadId }),
    },
    /** What is signed reads only what was promoted. */
    async readObject(key) {
      const found = await store.head(key)
      if (found === null) return null
      await store.promote(key, found.etag)
      const expiresAt = Date.now() + 60_000
      const { url } = await store.signGet({ key, contentType: 'text/plain', name: 'a', expiresAt })
      return (await fetch(url)).blob()
    },
  })
}

describeObjectStore('disk store', { createStore })
