import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createDiskStore, createLog, type DiskStore } from 'loadline-server'
import { serveFetch } from './serve-fetch.js'

export interface ServedDiskStore {
  readonly store: DiskStore
  /** Of the pages that may upload to it. */
  readonly pageOrigin: string
  /** Deletes what it holds, too. */
  close(): Promise<void>
}

const pageOrigin = 'http://page.example'

/** A disk store of its own, reached by HTTP. */
export async function serveDiskStore(): Promise<ServedDiskStore> {
  const directory = await mkdtemp(join(tmpdir(), 'loadline-store-'))
  let store: DiskStore | undefined
  const served = await serveFetch(async (publicUrl) => {
    const made = await createDiskStore({
      directory,
      publicUrl,
      secret: crypto.getRandomValues(new Uint8Array(32)),
      allowedOrigins: [pageOrigin],
      log: createLog(() => undefined, 'silent'),
    })
    store = made
    return (request) => made.fetch(request)
  })
  if (store === undefined) throw new Error('The store was not made.')
  return {
    store,
    pageOrigin,
    async close() {
      await served.close()
      await rm(directory, { recursive: true, force: true, maxRetries: 10 })
    },
  }
}
