import axios from 'axios'
import { roqAdapter, type RoqApiVersion } from 'loadline/adapters/roq'
import { roqServerAdapter } from 'loadline/adapters/roq/server'
import { builtInTransports, type FileAdapter, type HttpClient } from 'loadline/core'
import { startRoq, type RoqServer } from 'loadline-mock-backends'
import { describeAdapter, sendWith, type AdapterInstance } from 'loadline/testing/vitest'
import { afterAll, beforeAll } from 'vitest'
import { serveAssociations } from './support/serve-associations.js'

let roq: RoqServer
/** Answers calls without a token by 401, and gives a few rows at a time only. */
let strictRoq: RoqServer
let app: Awaited<ReturnType<typeof serveAssociations>>

beforeAll(async () => {
  roq = await startRoq()
  strictRoq = await startRoq({ queryLimit: 2, unauthenticatedStatus: 401 })
  app = await serveAssociations(onServer(roq, 'v1'))
})

afterAll(async () => {
  await roq.close()
  await strictRoq.close()
  await app.close()
})

function onServer(server: RoqServer, apiVersion: RoqApiVersion, asUser?: string): FileAdapter {
  const { url: host, environmentId, apiKey } = server
  return roqServerAdapter({
    ...{ host, environmentId, apiKey, apiVersion, asUser },
    defaultCategory: 'USER_FILES',
  })
}

function instance(adapter: FileAdapter): AdapterInstance {
  return {
    adapter,
    send: sendWith(builtInTransports(adapter)),
    readBytes: async ({ url }) => (await fetch(url ?? '')).blob(),
  }
}

interface Page {
  readonly server: () => RoqServer
  readonly apiVersion?: RoqApiVersion
  readonly http?: HttpClient
  readonly canAssociate?: boolean
}

/** Of a person who has no files yet: a backend of its own, as far as the case can tell. */
async function inPage({ server, apiVersion, http, canAssociate }: Page): Promise<AdapterInstance> {
  const { url: host, addUser, issueToken } = server()
  const token = await issueToken(addUser().id)
  const associations = canAssociate === true ? app.url : undefined
  const defaultCategory = 'USER_FILES'
  return instance(
    roqAdapter({ host, getToken: () => token, apiVersion, defaultCategory, associations, http }),
  )
}

const unwrapping = axios.create({ headers: { 'x-app': '1' } })
unwrapping.interceptors.response.use((response) => response.data as never)

describeAdapter('roq, v1', { createAdapter: () => inPage({ server: () => roq }) })
describeAdapter('roq, v2, with associations', {
  createAdapter: () => inPage({ server: () => roq, apiVersion: 'v2', canAssociate: true }),
})
describeAdapter("roq, v1, by the application's own axios", {
  createAdapter: () => inPage({ server: () => strictRoq, http: unwrapping }),
})
describeAdapter('roq on a server, v1', {
  createAdapter: () => Promise.resolve(instance(onServer(roq, 'v1', roq.addUser().id))),
})
describeAdapter('roq on a server, v2', {
  createAdapter: () => Promise.resolve(instance(onServer(strictRoq, 'v2', strictRoq.addUser().id))),
})
