import { createRoute } from '@hono/zod-openapi'
import { answers, jsonBody, problemAnswers } from '../http/answers.js'
import { bulkAnswer, idsBody } from '../http/bulk.js'
import { notFound } from '../http/problem.js'
import { createRouter, type Router } from '../http/router.js'
import type { ServerContext } from '../server-context.js'
import { setStatusBody, setVisibilityBody, updateFileBody } from './change-schemas.js'
import { deleteFiles } from './delete-files.js'
import { fileParams as params, fileSchema } from './file-schemas.js'
import { setStatus } from './set-status.js'
import { setVisibility } from './set-visibility.js'
import { updateFile } from './update-file.js'

const problems = [400, 401, 413, 415, 422]

const updateRoute = createRoute({
  method: 'patch',
  path: '/{id}',
  operationId: 'updateFile',
  request: { params, body: jsonBody(updateFileBody) },
  responses: answers(200, 'The file as it is now.', fileSchema, [...problems, 404]),
})

const deleteRoute = createRoute({
  method: 'delete',
  path: '/{id}',
  operationId: 'deleteFile',
  request: { params },
  responses: { ...problemAnswers([401, 404, 413]), 204: { description: 'It is gone.' } },
})

const deleteManyRoute = createRoute({
  method: 'post',
  path: '/delete',
  operationId: 'deleteFiles',
  request: { body: jsonBody(idsBody) },
  responses: answers(200, 'What became of each.', bulkAnswer, problems),
})

const visibilityRoute = createRoute({
  method: 'put',
  path: '/{id}/visibility',
  operationId: 'setVisibility',
  request: { params, body: jsonBody(setVisibilityBody) },
  responses: answers(200, 'The file as it is now.', fileSchema, [...problems, 404]),
})

const statusRoute = createRoute({
  method: 'put',
  path: '/{id}/status',
  operationId: 'setStatus',
  request: { params, body: jsonBody(setStatusBody) },
  responses: answers(200, 'The file as it is now.', fileSchema, [...problems, 404, 409]),
})

/** Managing. */
export function createChangeRoutes(context: ServerContext): Router {
  const router = createRouter()
  router.openapi(updateRoute, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await updateFile(context, c.var.user, id, c.req.valid('json')), 200)
  })
  router.openapi(deleteRoute, async (c) => {
    const { done } = await deleteFiles(context, c.var.user, [c.req.valid('param').id])
    if (done.length === 0) throw notFound()
    return c.body(null, 204)
  })
  router.openapi(deleteManyRoute, async (c) => {
    return c.json(await deleteFiles(context, c.var.user, c.req.valid('json').ids), 200)
  })
  router.openapi(visibilityRoute, async (c) => {
    const { id } = c.req.valid('param')
    return c.json(await setVisibility(context, c.var.user, id, c.req.valid('json')), 200)
  })
  router.openapi(statusRoute, async (c) => {
    const { id } = c.req.valid('param')
    const { status } = c.req.valid('json')
    return c.json(await setStatus(context, c.var.user, id, status), 200)
  })
  return router
}
