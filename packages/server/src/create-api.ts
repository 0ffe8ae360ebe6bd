import { Hono } from 'hono'
import { createAssociationRoutes } from './associations/association-routes.js'
import { createCategoryRoutes } from './categories/category-routes.js'
import { createChangeRoutes } from './files/change-routes.js'
import { createFileRoutes } from './files/file-routes.js'
import { createPublicRoutes } from './files/public-routes.js'
import { createReceiveRoutes } from './files/receive-routes.js'
import { createFolderRoutes } from './folders/folder-routes.js'
import { demoUserHeader } from './identity/demo-identity.js'
import type { Identify } from './identity/identify.js'
import { createLimitRoutes } from './limits/limit-routes.js'
import type { ServerContext } from './server-context.js'
import { createBatchRoutes } from './uploads/batch-routes.js'
import { createPartRoutes } from './uploads/part-routes.js'
import { createUploadRoutes } from './uploads/upload-routes.js'
import { allowOrigins } from './http/allow-origins.js'
import { limitBody, logRequests, requireJson, requireOwnPage, requireUser } from './http/guards.js'
import { notFound, problemAnswer } from './http/problem.js'
import { createRouter } from './http/router.js'
import { toProblem } from './http/to-problem.js'

export interface ApiOptions {
  /** Paths that it answers under, e.g. `/api`. */
  readonly basePaths: readonly string[]
  readonly allowedOrigins: readonly string[]
  readonly identify: Identify
  /** Rejects where the server cannot work. */
  ping(): Promise<void>
}

/** What only a user may ask for. */
const subjects = ['/uploads', '/files', '/associations', '/folders', '/categories', '/limits']

/** The whole HTTP API: guards first, then the routes of each subject. */
export function createApi(context: ServerContext, options: ApiOptions): Hono {
  const app = new Hono()
  app.use(
    allowOrigins({
      origins: options.allowedOrigins,
      methods: ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'],
      requestHeaders: ['Authorization', 'Content-Type', 'Upload-Fence', demoUserHeader],
      exposedHeaders: ['Retry-After'],
    }),
  )
  app.use(logRequests(context.log))
  app.use(async (c, next) => {
    await next()
    c.header('x-content-type-options', 'nosniff')
  })
  const routes = createRoutes(context, options)
  for (const basePath of options.basePaths) app.route(basePath, routes)
  app.notFound(() => problemAnswer(notFound()))
  app.onError((error) => problemAnswer(toProblem(error, context.log)))
  return app
}

function createRoutes(context: ServerContext, options: ApiOptions) {
  const router = createRouter()
  router.get('/healthz', async (c) => {
    await options.ping()
    return c.json({ status: 'ok' })
  })
  router.doc31('/openapi.json', (c) => ({
    openapi: '3.1.0',
    info: { title: 'Loadline', version: '1' },
    servers: [{ url: c.req.path.slice(0, -'/openapi.json'.length) || '/' }],
  }))
  for (const subject of subjects) {
    for (const path of [subject, `${subject}/*`]) {
      router.use(path, requireUser(options.identify), requireJson, limitBody)
    }
  }
  router.on('POST', '/files', requireOwnPage(options.allowedOrigins))
  router.route('/uploads', createBatchRoutes(context))
  router.route('/uploads', createUploadRoutes(context))
  router.route('/uploads', createPartRoutes(context))
  router.route('/files', createReceiveRoutes(context))
  router.route('/files', createFileRoutes(context))
  router.route('/files', createChangeRoutes(context))
  router.route('/public', createPublicRoutes(context))
  router.route('/associations', createAssociationRoutes(context))
  router.route('/folders', createFolderRoutes(context))
  router.route('/categories', createCategoryRoutes(context))
  router.route('/limits', createLimitRoutes(context))
  return router
}
