import { UploadError, type HttpClient, type HttpRequest } from '../../core/index.js'
import { createApiClient } from '../http/api-client.js'
import { askApplication } from '../http/ask-application.js'
import { astraCollabError } from './astracollab-error.js'
import { readData } from './read-data.js'

interface ClientOptions {
  readonly baseUrl: string
  readonly getToken: () => string | null | Promise<string | null>
  readonly http?: HttpClient | undefined
}

export interface AstraCollabData {
  readonly data: unknown
  /** The server's own clock, epoch ms; `null` where the page may not read it. */
  readonly answeredAt: number | null
}

/** The API: authorised, its envelope opened. */
export interface AstraCollabClient {
  /** Absolute. @throws UploadError `unsupported` for a relative base outside of a page */
  addressOf(path: string): string
  /** Of a call that is sent now. @throws UploadError */
  authorization(): Promise<Record<string, string>>
  /** @throws UploadError */
  ask(request: HttpRequest): Promise<AstraCollabData>
  /** The data alone. @throws UploadError */
  call(request: HttpRequest): Promise<unknown>
}

export function createAstraCollabClient(options: ClientOptions): AstraCollabClient {
  const { baseUrl, getToken, http } = options
  const api = createApiClient(baseUrl, http, astraCollabError)
  const authorization: AstraCollabClient['authorization'] = async () => {
    const token = await askApplication('getToken', getToken)
    return token === null ? {} : { authorization: `Bearer ${token}` }
  }
  const ask: AstraCollabClient['ask'] = async (request) => {
    const headers = { ...request.headers, ...(await authorization()) }
    const { body, answeredAt } = await api.ask({ ...request, headers })
    return { data: readData(body), answeredAt }
  }
  return {
    ask,
    authorization,
    call: async (request) => (await ask(request)).data,
    addressOf: (path) => absolute(baseUrl.replace(/\/+$/, '') + path),
  }
}

function absolute(url: string): string {
  const page = globalThis.location?.href
  if (URL.canParse(url, page)) return new URL(url, page).href
  throw new UploadError('unsupported', {
    message:
      'Outside of a page baseUrl must be absolute: there is nothing it could be relative to.',
  })
}
