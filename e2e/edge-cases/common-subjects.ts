import { astraCollabAdapter } from 'loadline/adapters/astracollab'
import { presignedAdapter } from 'loadline/adapters/presigned'
import { restAdapter } from 'loadline/adapters/rest'
import { rocketChatAdapter } from 'loadline/adapters/rocketchat'
import { roqAdapter } from 'loadline/adapters/roq'
import type { FileAdapter, OptionalMethods } from 'loadline/core'
import { startAstraCollab, startRocketChat, startRoq } from 'loadline-mock-backends'
import { createServer } from 'loadline-server'
import { serveDiskStore } from '../support/serve-disk-store.js'
import { serveFetch } from '../support/serve-fetch.js'
import { serveSigner } from './serve-signer.js'

export type WholeAdapter = FileAdapter & OptionalMethods

export interface Served {
  readonly adapter: WholeAdapter
  close(): Promise<void>
}

/** An adapter of ours, and a backend of its kind. */
export interface CommonSubject {
  readonly door: string
  /** For a server of any kind. */
  at(url: string): WholeAdapter
  serve(): Promise<Served>
}

const subject = (
  door: string,
  at: (url: string) => FileAdapter,
  serve: () => Promise<{ readonly adapter: FileAdapter; close(): Promise<void> }>,
): CommonSubject => ({
  door: `loadline/adapters/${door}`,
  at: at as CommonSubject['at'],
  serve: serve as CommonSubject['serve'],
})

const astraCollabAt = (baseUrl: string): FileAdapter =>
  astraCollabAdapter({ baseUrl, getToken: () => 'ak_test' })

const presignedAt = (url: string): FileAdapter =>
  presignedAdapter({ signUrl: `${url}/sign`, finalizeUrl: `${url}/finalize` })

const roqAt = (host: string, token = 'token'): FileAdapter =>
  roqAdapter({ host, getToken: () => token, defaultCategory: 'USER_FILES' })

const rocketChatAt = (
  baseUrl: string,
  id = 'room',
  auth = { userId: 'user', authToken: 'token' },
): FileAdapter =>
  rocketChatAdapter({
    ...{ baseUrl, room: { kind: 'group', id } },
    getAuth: () => auth,
    serverVersion: '8.8',
  })

export const commonSubjects: readonly CommonSubject[] = [
  subject('rest', (url) => restAdapter({ baseUrl: `${url}/api` }), serveRest),
  subject('presigned', presignedAt, async () => {
    const { url, close } = await serveSigner()
    return { adapter: presignedAt(url), close }
  }),
  subject('roq', roqAt, async () => {
    const roq = await startRoq()
    const token = await roq.issueToken(roq.addUser().id)
    return { adapter: roqAt(roq.url, token), close: () => roq.close() }
  }),
  subject('rocketchat', rocketChatAt, async () => {
    const { url, workspace, user, close } = await startRocketChat({ version: '8.8' })
    const { id: room } = workspace.addRoom('group', 'room', [user])
    const auth = { userId: user.id, authToken: user.authToken }
    return { adapter: rocketChatAt(url, room, auth), close }
  }),
  subject('astracollab', astraCollabAt, async () => {
    const { baseUrl, close } = await startAstraCollab()
    return { adapter: astraCollabAt(baseUrl), close }
  }),
]

async function serveRest() {
  const disk = await serveDiskStore()
  const server = await createServer({
    databaseDirectory: null,
    store: disk.store,
    identify: () => ({ id: 'user', name: null }),
  })
  const api = await serveFetch(() => server.fetch)
  return {
    adapter: restAdapter({ baseUrl: `${api.url}/api` }),
    async close() {
      await api.close()
      await server.close()
      await disk.close()
    },
  }
}
