import { createRoute } from '@hono/zod-openapi'
import { answers, jsonBody } from '../http/answers.js'
import { createRouter, type Router } from '../http/router.js'
import type { ServerContext } from '../server-context.js'
import { listParts } from './list-parts.js'
import { listPartsAnswer, listPartsQuery, signPartsAnswer, signPartsBody } from './part-schemas.js'
import { readCaller } from './read-caller.js'
import { signParts } from './sign-parts.js'
import { fenceHeader as headers, uploadParams as params } from './upload-schemas.js'

const signRoute = createRoute({
  method: 'post',
  path: '/{fileId}/parts',
  operationId: 'signParts',
  request: { headers, params, body: jsonBody(signPartsBody) },
  responses: answers(
    200,
    'The permission to send each part.',
    signPartsAnswer,
    [400, 401, 404, 409, 413, 415, 422],
  ),
})

const listRoute = createRoute({
  method: 'get',
  path: '/{fileId}/parts',
  operationId: 'listParts',
  request: { headers, params, query: listPartsQuery },
  responses: answers(200, 'What the store has.', listPartsAnswer, [401, 404, 409, 422]),
})

export function createPartRoutes(context: ServerContext): Router {
  const router = createRouter()
  router.openapi(signRoute, async (c) => {
    const caller = readCaller(c, c.req.valid('header'))
    const { fileId } = c.req.valid('param')
    c.header('cache-control', 'no-store')
    return c.json(await signParts(context, caller, fileId, c.req.valid('json')), 200)
  })
  router.openapi(listRoute, async (c) => {
    const caller = readCaller(c, c.req.valid('header'))
    const { fileId } = c.req.valid('param')
    return c.json(await listParts(context, caller, fileId, c.req.valid('query')), 200)
  })
  return router
}
