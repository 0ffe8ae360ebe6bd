import { Hono, type Context } from 'hono'
import { roqServerAdapter } from 'loadline/adapters/roq/server'
import type { FileAdapter } from 'loadline/core'
import { startRoq } from 'loadline-mock-backends'
import { people } from '../../src/people.js'
import type { OtherBackends } from '../../src/read-config.js'
import type { OtherBackend } from './other-backend.js'

/** Longer than any demo. */
const tokenSeconds = 365 * 86_400

interface Body {
  readonly fileIds: readonly string[]
  readonly ids: readonly string[]
  readonly entityName: string
  readonly entityReference: string
}

/** ROQ, and the routes by which an application's own server associates files there. */
export async function serveRoq(
  categories: readonly { readonly key: string; readonly name: string }[],
): Promise<OtherBackend<OtherBackends['roq']>> {
  const roq = await startRoq({ fileScope: 'all', categories })
  const { url: host, environmentId, apiKey } = roq
  const users = people.map(({ name }) => roq.addUser(name))
  const adapters = users.map(({ id: asUser }) =>
    roqServerAdapter({ host, environmentId, apiKey, asUser }),
  )
  const tokens = await Promise.all(users.map(({ id }) => roq.issueToken(id, tokenSeconds)))
  return {
    config: {
      host,
      people: tokens.map((token, index) => ({ token, associations: `/roq/${index}` })),
    },
    routes: associationRoutes(adapters),
    origins: [host, roq.storageUrl],
    adapters,
    close: () => roq.close(),
  }
}

/** Whose adapter it is says the path, as `X-Demo-User` does for the demo's own backend. */
function associationRoutes(adapters: readonly FileAdapter[]): Hono {
  const adapterOf = (context: Context) => adapters[Number(context.req.param('person'))]
  return new Hono()
    .post('/roq/:person/associations', async (context) => {
      const { fileIds, ...association } = await context.req.json<Body>()
      const ctx = { signal: context.req.raw.signal }
      const answer = await adapterOf(context)?.createAssociations?.(fileIds, association, ctx)
      return answer === undefined ? context.notFound() : context.json(answer)
    })
    .post('/roq/:person/associations/delete', async (context) => {
      const { ids } = await context.req.json<Body>()
      const ctx = { signal: context.req.raw.signal }
      const answer = await adapterOf(context)?.deleteAssociations?.(ids, ctx)
      return answer === undefined ? context.notFound() : context.json(answer)
    })
}
