import type { FileAdapter, HttpClient } from '../../../core/index.js'
import { createApiClient } from '../../http/api-client.js'
import { originsOf } from '../../http/origins-of.js'
import { defineRoqAdapter } from '../define-roq-adapter.js'
import { roqMutations, type RoqApiVersion } from '../operations.js'
import { readRoqRefusal } from '../read-roq-error.js'
import { createRoqClient } from '../roq-client.js'
import { createTokenSource } from '../token-source.js'
import { roqAssociationMethods } from './roq-association-methods.js'
import { serverToken } from './server-token.js'

export interface RoqServerAdapterOptions {
  /** Of the environment, e.g. `https://mars-pp.roq-platform.com`. */
  readonly host: string
  readonly environmentId: string
  /** A secret of the server: with it everybody's files can be read and deleted. */
  readonly apiKey: string
  /** A user's id: sees and changes what they may. Default: the service account, which may do everything. */
  readonly asUser?: string | undefined
  /** Which generation of mutations is spoken. Default `v1`. */
  readonly apiVersion?: RoqApiVersion | undefined
  /** Key of the category for uploads that name none. Default: every upload must name one. */
  readonly defaultCategory?: string | undefined
  /** Default: axios as it comes. */
  readonly http?: HttpClient | undefined
  /** Default: `roq:`, the host, the environment, and the user. */
  readonly cacheKey?: string | undefined
}

/**
 * Files of ROQ for servers, by the environment's API key: it can associate files too. Never in a browser.
 * @throws UploadError from every method; `details.errorCode` is ROQ's own code
 */
export function roqServerAdapter(options: RoqServerAdapterOptions): FileAdapter {
  const { host, environmentId, apiKey, asUser, http, apiVersion = 'v1' } = options
  const api = createApiClient(host, http, readRoqRefusal)
  const key = btoa(`${environmentId}:${apiKey}`)
  const client = createRoqClient({
    api,
    path: '/v01/server/graphql',
    tokens: createTokenSource(serverToken(api, { environmentId, apiKey, asUser })),
    headers: { 'roq-platform-server-authorization': `Basic ${key}` },
  })
  return defineRoqAdapter({
    client,
    apiVersion,
    defaultCategory: options.defaultCategory,
    cacheKey: options.cacheKey ?? `roq:${host}:${environmentId}:${asUser ?? 'service'}`,
    apiOrigins: originsOf(host),
    associations: roqAssociationMethods(client, roqMutations[apiVersion]),
  })
}
