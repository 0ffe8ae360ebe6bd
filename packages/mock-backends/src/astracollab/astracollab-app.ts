import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { AstraCollabRefusal, refuseWith } from './astracollab-answers.js'
import type { AstraCollabState } from './astracollab-state.js'
import { deleteRoutes } from './delete-routes.js'
import { downloadRoutes, fileRoutes } from './file-routes.js'
import { folderRoutes } from './folder-routes.js'
import { checkKey, RateLimit } from './guard.js'
import { partRoutes, partStoreRoutes } from './part-routes.js'
import { uploadRoutes } from './upload-routes.js'

const readable = ['ETag', 'X-RateLimit-Limit', 'X-RateLimit-Remaining', 'X-RateLimit-Reset']

/** The API below `/v1`, and what its signed addresses lead to. */
export function createAstraCollabApp(state: AstraCollabState): Hono {
  const { allowsOrigins = true, exposesHeaders = true, stripsDeleteBodies = false } = state.options
  const limit = new RateLimit(state)
  const app = new Hono()
  if (allowsOrigins) app.use(cors({ origin: '*', exposeHeaders: exposesHeaders ? readable : [] }))
  app.use('/v1/*', async (c, next) => {
    const headers = limit.count()
    await next()
    for (const [name, value] of Object.entries(headers)) c.res.headers.set(name, value)
    c.res.headers.set('date', new Date(state.now()).toUTCString())
  })
  app.use('/v1/*', async (c, next) => {
    checkKey(c.req.raw, state)
    limit.check()
    if (stripsDeleteBodies && c.req.method === 'DELETE') {
      const { url, headers } = c.req.raw
      c.req.raw = new Request(url, { method: 'DELETE', headers })
    }
    await next()
  })
  app.route('/v1/files', uploadRoutes(state))
  app.route('/v1/files', partRoutes(state))
  app.route('/v1/files', deleteRoutes(state))
  app.route('/v1/files', fileRoutes(state))
  app.route('/v1/folders', folderRoutes(state))
  app.route('/parts', partStoreRoutes(state))
  app.route('/cdn', downloadRoutes(state))
  app.onError((thrown) => {
    if (thrown instanceof AstraCollabRefusal) return refuseWith(thrown, state.options)
    throw thrown
  })
  return app
}
