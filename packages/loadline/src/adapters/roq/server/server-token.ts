import { readShape } from '../../../core/index.js'
import type { ApiClient } from '../../http/api-client.js'
import type { GetToken } from '../token-source.js'

export interface ServerAccount {
  readonly environmentId: string
  readonly apiKey: string
  readonly asUser: string | undefined
}

const serviceAccountEmail = 'project-service-account@roq.tech'

/** A token for the API key, kept until ROQ refuses it. */
export function serverToken(
  { call }: ApiClient,
  { environmentId, apiKey, asUser }: ServerAccount,
): GetToken {
  let kept: Promise<string> | null = null
  const authorize = async (url: string, data: object, headers: Record<string, string> = {}) => {
    const { signal } = new AbortController()
    const answer = await call({ method: 'POST', url, data, headers, signal })
    return readShape(answer, 'authorisation').text('accessToken')
  }
  const ask = async (): Promise<string> => {
    const key = { environmentId, apiKey }
    const service = await authorize('/v01/authorize/serviceAccount', {
      ...key,
      email: serviceAccountEmail,
    })
    if (asUser === undefined) return service
    return authorize(
      '/v01/authorize',
      { ...key, userId: asUser },
      { 'roq-platform-authorization': `Bearer ${service}` },
    )
  }
  return ({ isRefused }) => {
    if (isRefused) kept = null
    const token = (kept ??= ask())
    token.catch(() => {
      if (kept === token) kept = null
    })
    return token
  }
}
