import axios from 'axios'
import { rocketChatAdapter } from 'loadline/adapters/rocketchat'
import { builtInTransports, type HttpClient } from 'loadline/core'
import { startRocketChat, type RocketChatServer } from 'loadline-mock-backends'
import {
  describeAdapter,
  sendWith,
  type AdapterInstance,
  type KnownGaps,
} from 'loadline/testing/vitest'
import { afterAll, beforeAll } from 'vitest'

const servers = new Map<string, RocketChatServer>()
const versions = ['6.8', '7.5', '8.8', '9.0'] as const

beforeAll(async () => {
  for (const version of versions) {
    // One of them gives two rows at a time, whatever is asked for.
    const upperCount = version === '9.0' ? 2 : undefined
    servers.set(version, await startRocketChat({ version, upperCount }))
  }
})

afterAll(async () => {
  for (const server of servers.values()) await server.close()
})

type Kind = 'group' | 'channel' | 'direct'

interface Setting {
  readonly version: (typeof versions)[number]
  readonly kind: Kind
  /** By its name instead of its id. */
  readonly isNamed?: boolean
  /** Whether the adapter is told the version. Default `true`. */
  readonly isTold?: boolean
  readonly http?: HttpClient
}

/** Of a room that has no files yet. */
function createAdapter({
  version,
  kind,
  isNamed = false,
  isTold = true,
  http,
}: Setting): Promise<AdapterInstance> {
  const server = servers.get(version)
  if (server === undefined) throw new Error(`No server of ${version} runs.`)
  const { workspace, user, url } = server
  const name = `room-${crypto.randomUUID()}`
  const { id } = workspace.addRoom(kind, kind === 'direct' ? null : name, [user])
  const adapter = rocketChatAdapter({
    baseUrl: url,
    room: isNamed && kind !== 'direct' ? { kind, name } : { kind, id },
    getAuth: () => ({ userId: user.id, authToken: user.authToken }),
    serverVersion: isTold ? version : undefined,
    http,
  })
  const send = sendWith(builtInTransports(adapter), adapter)
  // Past the adapter for one of them; for the others `readFile` has to find what was sent.
  return Promise.resolve(
    kind === 'direct'
      ? { adapter, send, readBytes: (file) => Promise.resolve(bytesOf(server, file.id)) }
      : { adapter, send },
  )
}

function bytesOf({ workspace }: RocketChatServer, id: string): Blob {
  return new Blob([new Uint8Array(workspace.uploads.get(id)?.bytes ?? [])])
}

const gaps: KnownGaps = {
  'stores a file of 0 bytes as it is': 'Rocket.Chat refuses empty files',
  'refuses to finalise an upload that is not there':
    'Rocket.Chat knows no clientId: an upload is its temporary file',
}

function describeVersion(name: string, setting: Setting, more: KnownGaps = {}): void {
  const knownGaps = { ...gaps, ...more }
  describeAdapter(name, { createAdapter: () => createAdapter(setting), knownGaps })
}

const abandonGaps: KnownGaps = {
  'abandons twice as if once':
    'before its bytes an upload is nothing at Rocket.Chat, so that nothing tells that it was given up',
}

describeVersion('rocketchat 9.0, a group', { version: '9.0', kind: 'group' }, abandonGaps)
describeVersion('rocketchat 8.8, a direct room', { version: '8.8', kind: 'direct' }, abandonGaps)
describeVersion('rocketchat 7.5, a channel', { version: '7.5', kind: 'channel' })
describeVersion('rocketchat 6.8, a group', { version: '6.8', kind: 'group' })
describeVersion('rocketchat 8.8, a version that it is not told', {
  version: '8.8',
  kind: 'group',
  isTold: false,
})
describeVersion('rocketchat 7.5, a version that it is not told', {
  version: '7.5',
  kind: 'group',
  isTold: false,
})
describeVersion(
  'rocketchat 8.8, a channel by its name, by plain axios',
  { version: '8.8', kind: 'channel', isNamed: true, http: axios },
  abandonGaps,
)
describeVersion(
  "rocketchat 9.0, by an application's own instance that unwraps answers",
  { version: '9.0', kind: 'group', http: unwrapping() },
  abandonGaps,
)

function unwrapping(): HttpClient {
  const instance = axios.create({ headers: { 'x-app': 'own' } })
  instance.interceptors.response.use((response) => response.data as never)
  return instance
}
