import { Hono } from 'hono'
import { serviceAccountId, type RoqState } from '../roq-state.js'
import { bearerOf } from './bearer-of.js'
import type { Tokens } from './tokens.js'

const serviceAccountEmail = 'project-service-account@roq.tech'

type Body = Readonly<Record<string, unknown>>

/** Where the API key is changed for a token, and a service's token for a user's. */
export function authorizeRoutes(state: RoqState, tokens: Tokens): Hono {
  const { environmentId, apiKey } = state.settings
  const app = new Hono()

  app.post('/serviceAccount', async (c) => {
    const body = await c.req.json<Body>()
    const isKnown = body['environmentId'] === environmentId && body['apiKey'] === apiKey
    if (!isKnown) return refused(401, 'INVALID_API_KEY')
    if (body['email'] !== serviceAccountEmail) return refused(401, 'INVALID_CREDENTIALS')
    return c.json({ accessToken: await tokens.issue(serviceAccountId) })
  })

  app.post('/', async (c) => {
    const body = await c.req.json<Body>()
    const token = bearerOf(c.req.raw.headers)
    if (token === null) return refused(401, 'MISSING_AUTH')
    if ((await tokens.userOf(token)) !== serviceAccountId) return refused(401, 'INVALID_TOKEN')
    const isKnown = body['environmentId'] === environmentId && body['apiKey'] === apiKey
    if (!isKnown) return refused(401, 'INVALID_API_KEY')
    const userId = String(body['userId'])
    if (!state.users.has(userId)) return refused(401, 'INVALID_CREDENTIALS')
    const { expiresIn, scope, keepLoggedIn } = body
    const accessToken = await tokens.issue(
      userId,
      typeof expiresIn === 'number' ? expiresIn : undefined,
    )
    if (scope === undefined) return c.json({ accessToken })
    const idToken = await tokens.issue(userId)
    const refreshToken = keepLoggedIn === true ? tokens.issueRefreshToken(userId) : undefined
    return c.json({ accessToken, idToken, refreshToken })
  })

  app.post('/refreshToken', async (c) => {
    const body = await c.req.json<Body>()
    const userId = tokens.takeRefreshToken(String(body['refreshToken']))
    if (userId === null || body['environmentId'] !== environmentId) {
      return refused(401, 'INVALID_TOKEN')
    }
    const refreshToken = tokens.issueRefreshToken(userId)
    return c.json({ accessToken: await tokens.issue(userId), refreshToken })
  })

  return app
}

function refused(statusCode: number, errorCode: string): Response {
  const message = errorCode.toLowerCase().replaceAll('_', ' ')
  return Response.json({ statusCode, errorCode, message }, { status: statusCode })
}
