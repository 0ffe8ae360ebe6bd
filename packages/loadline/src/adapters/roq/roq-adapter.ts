import type { FileAdapter, HttpClient } from '../../core/index.js'
import { createApiClient } from '../http/api-client.js'
import { associationMethods } from '../http/association-methods.js'
import { originsOf } from '../http/origins-of.js'
import { defineRoqAdapter } from './define-roq-adapter.js'
import type { RoqApiVersion } from './operations.js'
import { readRoqRefusal } from './read-roq-error.js'
import { createRoqClient } from './roq-client.js'
import { createTokenSource, type GetToken } from './token-source.js'

export interface RoqAdapterOptions {
  /** Of the environment, e.g. `https://mars-pp.roq-platform.com`. */
  readonly host: string
  /**
   * The user's access token. Asked before each call, and once more for all calls that ROQ refused it for: then
   * `isRefused` says that the same one will not do. ROQ's API key must never be in a browser.
   */
  readonly getToken: GetToken
  /** Which generation of mutations is spoken. Default `v1`. */
  readonly apiVersion?: RoqApiVersion | undefined
  /** Key of the category for uploads that name none. Default: every upload must name one. */
  readonly defaultCategory?: string | undefined
  /**
   * Base of two routes of your own server, `POST …/associations` and `POST …/associations/delete`: ROQ lets only
   * servers associate files. Default: files cannot be associated.
   */
  readonly associations?: string | undefined
  /** The application's own axios instance. Default: a bare one. */
  readonly http?: HttpClient | undefined
  /** Tells two backends apart in caches. Default: `roq:` and the host. */
  readonly cacheKey?: string | undefined
}

/**
 * Files of ROQ, as the signed-in user may see them.
 * @throws UploadError from every method; `details.errorCode` is ROQ's own code
 * @see https://github.com/roqtech/documentation
 */
export function roqAdapter(options: RoqAdapterOptions): FileAdapter {
  const { host, getToken, associations, http } = options
  const client = createRoqClient({
    api: createApiClient(host, http, readRoqRefusal),
    path: '/v01/graphql',
    tokens: createTokenSource(getToken),
  })
  return defineRoqAdapter({
    client,
    apiVersion: options.apiVersion ?? 'v1',
    defaultCategory: options.defaultCategory,
    cacheKey: options.cacheKey ?? `roq:${host}`,
    apiOrigins: originsOf(host),
    associations:
      associations === undefined
        ? undefined
        : associationMethods(createApiClient(associations, http)),
  })
}
