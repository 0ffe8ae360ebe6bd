import axios from 'axios'
import { astraCollabAdapter } from 'loadline/adapters/astracollab'
import { restAdapter } from 'loadline/adapters/rest'
import { rocketChatAdapter } from 'loadline/adapters/rocketchat'
import { roqAdapter } from 'loadline/adapters/roq'
import type { FileAdapter } from 'loadline/core'
import type { Person } from './people.js'
import type { DemoConfig, OtherBackends } from './read-config.js'

export interface Backend {
  readonly name: string
  /** Its files have owners and belong to things, and the demo's two people may come in. */
  readonly hasPeople: boolean
  /** What uploads are filed under. */
  readonly category: string | undefined
  /** The same one each time: another adapter means another queue. */
  readonly adapterFor: (person: Person) => FileAdapter
}

/** The demo's own first. */
export function listBackends({ apiUrl, others }: DemoConfig): readonly Backend[] {
  const own: Backend = {
    name: 'Loadline server',
    hasPeople: true,
    category: 'USER_FILES',
    adapterFor: forEachPerson(({ number }) =>
      restAdapter({
        baseUrl: apiUrl,
        http: axios.create({ headers: { 'X-Demo-User': String(number) } }),
      }),
    ),
  }
  return others === undefined ? [own] : [own, roq(others), rocketChat(others), astraCollab(others)]
}

function roq({ roq: { host, people } }: OtherBackends): Backend {
  const category = 'USER_FILES'
  return {
    name: 'ROQ',
    hasPeople: true,
    category,
    adapterFor: forEachPerson(({ number }) => {
      const { token = '', associations } = people[number - 1] ?? {}
      return roqAdapter({ host, getToken: () => token, defaultCategory: category, associations })
    }),
  }
}

function rocketChat({ rocketChat: room }: OtherBackends): Backend {
  const { baseUrl, serverVersion, roomId, ...auth } = room
  const adapter = rocketChatAdapter({
    baseUrl,
    serverVersion,
    room: { kind: 'group', id: roomId },
    getAuth: () => auth,
  })
  return ofEverybody('Rocket.Chat', adapter)
}

function astraCollab({ astraCollab: { baseUrl } }: OtherBackends): Backend {
  return ofEverybody('AstraCollab', astraCollabAdapter({ baseUrl, getToken: () => null }))
}

/** A backend that knows neither people nor categories. */
function ofEverybody(name: string, adapter: FileAdapter): Backend {
  return { name, hasPeople: false, category: undefined, adapterFor: () => adapter }
}

function forEachPerson(create: (person: Person) => FileAdapter): Backend['adapterFor'] {
  const adapters = new Map<string, FileAdapter>()
  return (person) => {
    const adapter = adapters.get(person.id) ?? create(person)
    adapters.set(person.id, adapter)
    return adapter
  }
}
