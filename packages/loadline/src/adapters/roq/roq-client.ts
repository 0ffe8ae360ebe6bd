import { readShape, wrongShape, type CallContext } from '../../core/index.js'
import type { ApiClient } from '../http/api-client.js'
import { hasCode } from './has-code.js'
import type { RoqOperation, RoqVariables } from './operations.js'
import { readRoqError } from './read-roq-error.js'
import type { TokenSource } from './token-source.js'

export interface RoqAnswer {
  /** Of the operation's one root field. */
  readonly value: unknown
  /** What could not be resolved beside it. */
  readonly warnings: readonly string[]
}

/** Asks ROQ's GraphQL. */
export interface RoqClient {
  /** @throws UploadError */
  ask(operation: RoqOperation, variables: RoqVariables, ctx: CallContext): Promise<RoqAnswer>
}

export interface RoqDoor {
  readonly api: ApiClient
  /** Below the host. */
  readonly path: string
  readonly tokens: TokenSource
  /** Beside the token's. */
  readonly headers?: Readonly<Record<string, string>>
}

/** A call whose token is refused has not been done: it is repeated once, with another one. */
export function createRoqClient({ api, path, tokens, headers = {} }: RoqDoor): RoqClient {
  return {
    async ask({ field, query }, variables, { signal }) {
      const send = async (token: string): Promise<RoqAnswer> => {
        const bearer = token === '' ? {} : { 'roq-platform-authorization': `Bearer ${token}` }
        const body = await api.call({
          method: 'POST',
          url: path,
          data: { query, variables },
          headers: { ...headers, ...bearer },
          signal,
        })
        return readAnswer(body, field)
      }
      const token = await tokens.current()
      try {
        return await send(token)
      } catch (thrown) {
        if (!hasCode(thrown, 'unauthenticated')) throw thrown
      }
      try {
        return await send(await tokens.renew(token))
      } catch (thrown) {
        if (hasCode(thrown, 'unauthenticated')) tokens.forget(token)
        throw thrown
      }
    },
  }
}

/** Errors beside what was asked for are warnings; without it the first one is thrown. */
function readAnswer(body: unknown, field: string): RoqAnswer {
  const { value } = readShape(body, 'answer')
  const errors = Array.isArray(value['errors']) ? (value['errors'] as readonly unknown[]) : []
  const data = (value['data'] ?? {}) as Readonly<Record<string, unknown>>
  const found = data[field] ?? null
  if (found !== null) {
    return { value: found, warnings: errors.map((error) => readRoqError(error).message) }
  }
  throw errors.length === 0 ? wrongShape(`answer.data.${field}`, 'there') : readRoqError(errors[0])
}
