import axios from 'axios'
import { restAdapter } from 'loadline/adapters/rest'
import { builtInTransports, type TicketKind } from 'loadline/core'
import { createServer } from 'loadline-server'
import { describeAdapter, sendWith, type AdapterInstance } from 'loadline/testing/vitest'
import { afterAll, beforeAll } from 'vitest'
import { serveDiskStore } from './support/serve-disk-store.js'
import { serveFetch } from './support/serve-fetch.js'

let apiUrl: string
let closeAll = (): Promise<void> => Promise.resolve()

beforeAll(async () => {
  const disk = await serveDiskStore()
  const server = await createServer({
    databaseDirectory: null,
    store: disk.store,
    identify: ({ headers }) => {
      const id = headers.get('x-user')
      return id === null ? null : { id, name: null }
    },
    categories: [{ key: 'USER_FILES', name: 'User files' }],
    leastPartSize: 1_000,
  })
  const api = await serveFetch(() => server.fetch)
  apiUrl = api.url
  closeAll = async () => {
    await api.close()
    await server.close()
    await disk.close()
  }
}, 60_000)

afterAll(() => closeAll())

/** Of a person who has no files yet: a backend of its own, as far as the case can tell. */
function createAdapter(preferredKinds: readonly TicketKind[]): Promise<AdapterInstance> {
  const http = axios.create({ headers: { 'x-user': crypto.randomUUID() } })
  const adapter = restAdapter({ baseUrl: `${apiUrl}/api`, http })
  return Promise.resolve({
    adapter,
    send: sendWith(builtInTransports(adapter)),
    readBytes: async ({ url }) => (await fetch(url ?? '')).blob(),
    request: { preferredKinds },
  })
}

describeAdapter('rest', { createAdapter: () => createAdapter(['put']) })
describeAdapter('rest, forms first', { createAdapter: () => createAdapter(['form', 'put']) })
describeAdapter('rest, parts first', { createAdapter: () => createAdapter(['multipart', 'put']) })
