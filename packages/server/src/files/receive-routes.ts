import { createRoute } from '@hono/zod-openapi'
import { answers } from '../http/answers.js'
import { createRouter, type Router } from '../http/router.js'
import type { ServerContext } from '../server-context.js'
import { uploadForm } from '../uploads/form-schemas.js'
import { receiveFile } from '../uploads/receive-file.js'
import { fileSchema } from './file-schemas.js'

const receiveRoute = createRoute({
  method: 'post',
  path: '/',
  operationId: 'uploadFile',
  description:
    'For servers and scripts: a browser sends its bytes to the store. It needs `Authorization`, or an `Origin` that is allowed.',
  request: { body: { required: true, content: { 'multipart/form-data': { schema: uploadForm } } } },
  responses: answers(201, 'The stored file.', fileSchema, [400, 401, 403, 408, 413, 415, 422, 507]),
})

export function createReceiveRoutes(context: ServerContext): Router {
  const router = createRouter()
  // Not by `openapi`: that would read the whole form into memory first.
  router.openAPIRegistry.registerPath({ ...receiveRoute, path: '/' })
  router.post('/', async (c) => {
    return c.json(await receiveFile(context, c.var.user, c.req.raw), 201)
  })
  return router
}
