import { createRoute } from '@hono/zod-openapi'
import { associationList } from '../associations/association-schemas.js'
import { loadAssociations } from '../associations/load-associations.js'
import { answers } from '../http/answers.js'
import { createRouter, type Router } from '../http/router.js'
import type { ServerContext } from '../server-context.js'
import { findFile } from './file-access.js'
import { fileListSchema, fileParams, fileSchema, listFilesQuery } from './file-schemas.js'
import { listFiles } from './list-files.js'
import { presentFile } from './present-file.js'

const listRoute = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listFiles',
  request: { query: listFilesQuery },
  responses: answers(200, 'A page of what the caller may see.', fileListSchema, [401, 422]),
})

const getRoute = createRoute({
  method: 'get',
  path: '/{id}',
  operationId: 'getFile',
  request: { params: fileParams },
  responses: answers(200, 'The file.', fileSchema, [401, 404]),
})

const associationsRoute = createRoute({
  method: 'get',
  path: '/{id}/associations',
  operationId: 'listAssociations',
  request: { params: fileParams },
  responses: answers(200, 'What the file belongs to.', associationList, [401, 404]),
})

/** Reading. */
export function createFileRoutes(context: ServerContext): Router {
  const router = createRouter()
  router.openapi(listRoute, async (c) => {
    return c.json(await listFiles(context, c.var.user, c.req.valid('query')), 200)
  })
  router.openapi(getRoute, async (c) => {
    const row = await findFile(context, c.var.user, c.req.valid('param').id)
    return c.json(await presentFile(context, row), 200)
  })
  router.openapi(associationsRoute, async (c) => {
    const { id } = await findFile(context, c.var.user, c.req.valid('param').id)
    const byFile = await loadAssociations(context, [id])
    return c.json({ associations: byFile.get(id) ?? [] }, 200)
  })
  return router
}
