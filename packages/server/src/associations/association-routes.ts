import { createRoute } from '@hono/zod-openapi'
import { answers, jsonBody } from '../http/answers.js'
import { bulkAnswer, idsBody } from '../http/bulk.js'
import { createRouter, type Router } from '../http/router.js'
import type { ServerContext } from '../server-context.js'
import { createAssociationsAnswer, createAssociationsBody } from './association-schemas.js'
import { createAssociations } from './create-associations.js'
import { deleteAssociations } from './delete-associations.js'

const problems = [400, 401, 413, 415, 422]

const createAssociationsRoute = createRoute({
  method: 'post',
  path: '/',
  operationId: 'createAssociations',
  request: { body: jsonBody(createAssociationsBody) },
  responses: answers(200, 'What became of each file.', createAssociationsAnswer, problems),
})

const deleteRoute = createRoute({
  method: 'post',
  path: '/delete',
  operationId: 'deleteAssociations',
  request: { body: jsonBody(idsBody) },
  responses: answers(200, 'What became of each association.', bulkAnswer, problems),
})

export function createAssociationRoutes(context: ServerContext): Router {
  const router = createRouter()
  router.openapi(createAssociationsRoute, async (c) => {
    return c.json(await createAssociations(context, c.var.user, c.req.valid('json')), 200)
  })
  router.openapi(deleteRoute, async (c) => {
    return c.json(await deleteAssociations(context, c.var.user, c.req.valid('json').ids), 200)
  })
  return router
}
