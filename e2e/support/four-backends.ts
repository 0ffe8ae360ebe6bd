import axios from 'axios'
import { astraCollabAdapter } from 'loadline/adapters/astracollab'
import { restAdapter } from 'loadline/adapters/rest'
import { rocketChatAdapter } from 'loadline/adapters/rocketchat'
import { roqAdapter } from 'loadline/adapters/roq'
import type { FileAdapter } from 'loadline/core'

/** What the demo writes into its page, as far as adapters are made of it. */
interface PageConfig {
  readonly others: {
    readonly roq: {
      readonly host: string
      readonly people: readonly { readonly token: string; readonly associations: string }[]
    }
    readonly rocketChat: {
      readonly baseUrl: string
      readonly roomId: string
      readonly userId: string
      readonly authToken: string
    }
    readonly astraCollab: { readonly baseUrl: string }
  }
}

interface BackendCase {
  /** In the demo's switch. */
  readonly name: string
  /** What the menu of a stored file offers. */
  readonly actions: readonly string[]
  readonly filters: readonly string[]
  /** Columns that can be sorted by. */
  readonly sorts: readonly string[]
  readonly hasFolders: boolean
  /** Files belong to things of the application. */
  readonly hasAssociations: boolean
  /** The demo's first person there, beside the page. */
  readonly connect: (appUrl: string, config: PageConfig) => FileAdapter
}

const all = ['Added', 'Category', 'Type', 'Status', 'Visibility']

export const fourBackends: readonly BackendCase[] = [
  {
    name: 'Loadline server',
    actions: [
      ...['Open', 'Download', 'Copy link', 'Rename', 'Make public', 'Move…', 'Category…'],
      ...['Attach to…', 'Details', 'Delete'],
    ],
    filters: all,
    sorts: ['Name', 'Status', 'Size', 'Added'],
    hasFolders: true,
    hasAssociations: true,
    connect: (appUrl) => restAdapter({ baseUrl: `${appUrl}/api`, http: axios.create() }),
  },
  {
    name: 'ROQ',
    actions: [
      ...['Open', 'Download', 'Copy link', 'Rename', 'Make private', 'Attach to…', 'Details'],
      ...['Delete'],
    ],
    filters: all,
    sorts: ['Name', 'Status', 'Added'],
    hasFolders: false,
    hasAssociations: true,
    connect(appUrl, { others: { roq } }) {
      const { token = '', associations = '' } = roq.people[0] ?? {}
      return roqAdapter({
        host: roq.host,
        getToken: () => token,
        defaultCategory: 'USER_FILES',
        associations: appUrl + associations,
      })
    },
  },
  {
    name: 'Rocket.Chat',
    actions: ['Open', 'Download', 'Details', 'Delete'],
    filters: ['Type'],
    sorts: ['Name', 'Size', 'Added'],
    hasFolders: false,
    hasAssociations: false,
    connect(appUrl, { others: { rocketChat } }) {
      const { baseUrl, roomId, userId, authToken } = rocketChat
      return rocketChatAdapter({
        baseUrl: appUrl + baseUrl,
        serverVersion: '8.8',
        room: { kind: 'group', id: roomId },
        getAuth: () => ({ userId, authToken }),
      })
    },
  },
  {
    name: 'AstraCollab',
    actions: ['Open', 'Download', 'Copy link', 'Details', 'Delete'],
    filters: ['Type'],
    sorts: ['Name', 'Size', 'Added'],
    hasFolders: true,
    hasAssociations: false,
    connect: (appUrl, { others: { astraCollab } }) =>
      astraCollabAdapter({ baseUrl: appUrl + astraCollab.baseUrl, getToken: () => null }),
  },
]

/** What the demo tells its page. */
export async function readPageConfig(appUrl: string): Promise<PageConfig> {
  const html = await (await fetch(appUrl)).text()
  const [, json] = /<script type="application\/json"[^>]*>(.*?)<\/script>/su.exec(html) ?? []
  if (json === undefined) throw new Error('The page has no configuration.')
  return JSON.parse(json) as PageConfig
}
