import {
  readShape,
  UploadError,
  wrongShape,
  type CallContext,
  type Headers,
} from '../../core/index.js'
import { createApiClient } from '../http/api-client.js'
import { askApplication } from '../http/ask-application.js'
import { isFailure, readRefusal } from './read-refusal.js'
import type { RocketChatAdapterOptions } from './rocket-chat-options.js'

type Signal = Pick<CallContext, 'signal'>

/** The server, asked on behalf of whoever is signed in. */
export interface RocketChatClient {
  get(route: string, params: Readonly<Record<string, string>>, ctx: Signal): Promise<unknown>
  post(route: string, data: unknown, ctx: Signal): Promise<unknown>
  authHeaders(): Promise<Headers>
  /** Absolute, of a path under the server. @throws UploadError where the page's own address is not known */
  urlOf(path: string): string
}

export function createRocketChatClient({
  baseUrl,
  http,
  getAuth,
}: Pick<RocketChatAdapterOptions, 'baseUrl' | 'http' | 'getAuth'>): RocketChatClient {
  const base = baseUrl.replace(/\/+$/, '')
  const { call } = createApiClient(`${base}/api/v1`, http, readRefusal)
  const authHeaders = (): Promise<Record<string, string>> =>
    askApplication('getAuth', async () => {
      const { userId, authToken } = await getAuth()
      return { 'X-User-Id': userId, 'X-Auth-Token': authToken }
    })
  const ask = async (request: Omit<Parameters<typeof call>[0], 'headers'>): Promise<unknown> => {
    const answer = await call({ ...request, headers: await authHeaders() })
    if (isFailure(answer)) throw readRefusal({ status: 200, data: answer }, undefined)
    // A page for signing in, which proxies answer with 200, is no change that was made.
    const isDone = readShape(answer, 'answer').value['success'] === true
    if (request.method === 'POST' && !isDone) throw wrongShape('answer.success', 'true')
    return answer
  }
  return {
    get: (route, params, { signal }) =>
      ask({ method: 'GET', url: `/${route}`, params: new URLSearchParams(params), signal }),
    post: (route, data, { signal }) => ask({ method: 'POST', url: `/${route}`, data, signal }),
    authHeaders,
    urlOf(path) {
      const page = globalThis.location?.href
      if (URL.canParse(base + path, page)) return new URL(base + path, page).href
      throw new UploadError('unsupported', {
        message: 'Without a page, `baseUrl` of the Rocket.Chat adapter must be absolute.',
      })
    },
  }
}
