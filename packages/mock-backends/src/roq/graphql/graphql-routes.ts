import type { HttpBindings } from '@hono/node-server'
import { Hono } from 'hono'
import { bearerOf } from '../account/bearer-of.js'
import type { Tokens } from '../account/tokens.js'
import { mutations, type MutationParts } from '../files/mutations.js'
import { queries } from '../files/queries.js'
import { roqError } from '../roq-error.js'
import type { RoqState } from '../roq-state.js'
import { buildRoqSchema } from '../schema/build-roq-schema.js'
import { answerGraphql, rootFieldsOf, type GraphqlBody } from './answer-graphql.js'
import { spoil, type RoqFailure } from './roq-failure.js'

/** One call of GraphQL, whatever became of it. */
export interface RoqCall {
  /** The root fields that were asked for. */
  readonly fields: readonly string[]
  readonly variables: Readonly<Record<string, unknown>>
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>
}

export interface PlannedFailure {
  readonly field: string
  readonly failure: RoqFailure
  /** Which of its calls. */
  readonly isMet: (call: RoqCall) => boolean
}

export interface GraphqlParts extends MutationParts {
  readonly tokens: Tokens
  readonly calls: RoqCall[]
  /** What the next call of a root field meets; taken one by one. */
  readonly failures: PlannedFailure[]
}

/** The socket, to hang up. */
export interface RoqEnv {
  Bindings: HttpBindings
}

/** The door of browsers and the one of servers. */
export function graphqlRoutes(parts: GraphqlParts): Hono<RoqEnv> {
  const { state, tokens, calls, failures } = parts
  const schema = buildRoqSchema(state.settings.laterStatuses)
  const rootValue = { ...queries(state, parts.views), ...mutations(parts) }
  const app = new Hono<RoqEnv>()
  for (const [path, isServer] of [
    ['/graphql', false],
    ['/server/graphql', true],
  ] as const) {
    app.post(path, async (c) => {
      const { headers } = c.req.raw
      const body = await c.req.json<GraphqlBody>()
      const fields = rootFieldsOf(body.query)
      const call = {
        fields,
        variables: body.variables ?? {},
        headers: Object.fromEntries(headers),
      }
      calls.push(call)
      const userId = await tokens.userOf(bearerOf(headers) ?? '')
      const hasKey = !isServer || isKeyOf(state, headers)
      if (userId === null || !hasKey) {
        const reason = bearerOf(headers) === null ? 'MISSING_AUTH' : 'UNAUTHORIZED_EXCEPTION'
        return unauthenticated(state, hasKey ? reason : 'INVALID_API_KEY')
      }
      const met = failures.findIndex(({ field, isMet }) => fields.includes(field) && isMet(call))
      const failure = met === -1 ? undefined : failures.splice(met, 1)[0]?.failure
      const answer = () => answerGraphql(schema, rootValue, { userId, isServer }, body)
      if (failure !== undefined) {
        return spoil(failure, answer, () => void c.env.incoming.socket.destroy())
      }
      const { status, body: answered } = await answer()
      return Response.json(answered, { status })
    })
  }
  return app
}

function isKeyOf({ settings }: RoqState, headers: Headers): boolean {
  const given = headers.get('roq-platform-server-authorization')
  const wanted = `${settings.environmentId}:${settings.apiKey}`
  return given === `Basic ${Buffer.from(wanted).toString('base64')}`
}

function unauthenticated({ settings }: RoqState, errorCode: string): Response {
  const errors = [roqError(401, errorCode).toJSON()]
  return Response.json({ errors, data: null }, { status: settings.unauthenticatedStatus })
}
