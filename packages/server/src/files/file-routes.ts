import { createRoute } from '@hono/zod-openapi'
import { and, eq, isNull } from 'drizzle-orm'
import { files } from '../database/schema.js'
import { notFound } from '../http/problem.js'
import { createRouter, type Router } from '../http/router.js'
import { answers } from '../http/answers.js'
import type { ServerContext } from '../server-context.js'
import { fileListSchema, fileParams, fileSchema, listFilesQuery } from './file-schemas.js'
import { listFiles } from './list-files.js'
import { presentFile } from './present-file.js'

const listRoute = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listFiles',
  request: { query: listFilesQuery },
  responses: answers(200, 'A page of the files of the caller.', fileListSchema, [401, 422]),
})

const getRoute = createRoute({
  method: 'get',
  path: '/{id}',
  operationId: 'getFile',
  request: { params: fileParams },
  responses: answers(200, 'The file.', fileSchema, [401, 404]),
})

export function createFileRoutes(context: ServerContext): Router {
  const router = createRouter()
  router.openapi(listRoute, async (c) => {
    const page = await listFiles(context, c.var.user, c.req.valid('query'))
    return c.json(page, 200)
  })
  router.openapi(getRoute, async (c) => {
    const { id } = c.req.valid('param')
    const [row] = await context.db
      .select()
      .from(files)
      .where(and(eq(files.id, id), eq(files.ownerId, c.var.user.id), isNull(files.abandonedAt)))
    if (row === undefined) throw notFound()
    return c.json(await presentFile(context, row), 200)
  })
  return router
}
