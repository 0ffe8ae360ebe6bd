import { createRoute } from '@hono/zod-openapi'
import { fileSchema } from '../files/file-schemas.js'
import { answers, jsonBody, problemAnswers } from '../http/answers.js'
import { createRouter, type Router } from '../http/router.js'
import type { ServerContext } from '../server-context.js'
import { abandonUpload } from './abandon-upload.js'
import { createUpload } from './create-upload.js'
import { finalizeUpload } from './finalize-upload.js'
import { lookupUpload } from './lookup-upload.js'
import { readCaller } from './read-caller.js'
import { renewUpload } from './renew-upload.js'
import { createUploadAnswer } from './ticket-schemas.js'
import {
  abandonUploadBody,
  createUploadBody,
  fenceHeader as headers,
  finalizeUploadBody,
  lookupAnswer,
  lookupQuery,
  uploadParams as params,
} from './upload-schemas.js'

const problems = [400, 401, 409, 413, 415, 422]

const createUploadRoute = createRoute({
  method: 'post',
  path: '/',
  operationId: 'createUpload',
  request: { headers, body: jsonBody(createUploadBody) },
  responses: answers(200, 'The permission to send the bytes.', createUploadAnswer, problems),
})

const findRoute = createRoute({
  method: 'get',
  path: '/',
  operationId: 'findUpload',
  request: { headers, query: lookupQuery },
  responses: answers(200, 'Where the upload stands.', lookupAnswer, [401, 404, 409, 422]),
})

const lookupRoute = createRoute({
  method: 'get',
  path: '/{fileId}',
  operationId: 'lookupUpload',
  request: { headers, params },
  responses: answers(200, 'Where the upload stands.', lookupAnswer, [401, 404, 409, 422]),
})

const renewRoute = createRoute({
  method: 'post',
  path: '/{fileId}/renew',
  operationId: 'renewUpload',
  description: 'The body is not read.',
  request: { headers, params },
  responses: answers(200, 'A new permission.', createUploadAnswer, [...problems, 404]),
})

const finalizeRoute = createRoute({
  method: 'post',
  path: '/{fileId}/finalize',
  operationId: 'finalizeUpload',
  request: { headers, params, body: jsonBody(finalizeUploadBody) },
  responses: answers(200, 'The stored file.', fileSchema, [...problems, 404]),
})

const abandonRoute = createRoute({
  method: 'post',
  path: '/{fileId}/abandon',
  operationId: 'abandonUpload',
  request: { headers, params, body: jsonBody(abandonUploadBody) },
  responses: { ...problemAnswers([...problems, 404]), 204: { description: 'It is gone.' } },
})

/** One upload at a time. */
export function createUploadRoutes(context: ServerContext): Router {
  const router = createRouter()
  router.openapi(createUploadRoute, async (c) => {
    const caller = readCaller(c, c.req.valid('header'))
    c.header('cache-control', 'no-store')
    return c.json(await createUpload(context, caller, c.req.valid('json')), 200)
  })
  router.openapi(findRoute, async (c) => {
    const caller = readCaller(c, c.req.valid('header'))
    return c.json(await lookupUpload(context, caller, c.req.valid('query')), 200)
  })
  router.openapi(lookupRoute, async (c) => {
    const caller = readCaller(c, c.req.valid('header'))
    return c.json(await lookupUpload(context, caller, c.req.valid('param')), 200)
  })
  router.openapi(renewRoute, async (c) => {
    const caller = readCaller(c, c.req.valid('header'))
    c.header('cache-control', 'no-store')
    return c.json(await renewUpload(context, caller, c.req.valid('param').fileId), 200)
  })
  router.openapi(finalizeRoute, async (c) => {
    const caller = readCaller(c, c.req.valid('header'))
    const { fileId } = c.req.valid('param')
    return c.json(await finalizeUpload(context, caller, fileId, c.req.valid('json')), 200)
  })
  router.openapi(abandonRoute, async (c) => {
    const caller = readCaller(c, c.req.valid('header'))
    const { clientId, reason } = c.req.valid('json')
    const { fileId } = c.req.valid('param')
    await abandonUpload(context, caller, { fileId, clientId }, reason)
    return c.body(null, 204)
  })
  return router
}
