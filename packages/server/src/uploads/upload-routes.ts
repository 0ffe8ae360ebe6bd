import { createRoute, type z } from '@hono/zod-openapi'
import { fileSchema } from '../files/file-schemas.js'
import { answers, problemAnswers } from '../http/answers.js'
import { createRouter, type Router } from '../http/router.js'
import type { ServerContext } from '../server-context.js'
import { abandonUpload } from './abandon-upload.js'
import { createUpload } from './create-upload.js'
import { finalizeUpload } from './finalize-upload.js'
import {
  abandonUploadBody,
  createUploadAnswer,
  createUploadBody,
  finalizeUploadBody,
  uploadParams,
} from './upload-schemas.js'

const problems = [400, 401, 409, 413, 415, 422]

const createUploadRoute = createRoute({
  method: 'post',
  path: '/',
  operationId: 'createUpload',
  request: { body: jsonBody(createUploadBody) },
  responses: answers(200, 'The permission to send the bytes.', createUploadAnswer, problems),
})

const finalizeRoute = createRoute({
  method: 'post',
  path: '/{fileId}/finalize',
  operationId: 'finalizeUpload',
  request: { params: uploadParams, body: jsonBody(finalizeUploadBody) },
  responses: answers(200, 'The stored file.', fileSchema, [...problems, 404]),
})

const abandonRoute = createRoute({
  method: 'post',
  path: '/{fileId}/abandon',
  operationId: 'abandonUpload',
  request: { params: uploadParams, body: jsonBody(abandonUploadBody) },
  responses: { ...problemAnswers([...problems, 404]), 204: { description: 'It is gone.' } },
})

function jsonBody<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } }
}

export function createUploadRoutes(context: ServerContext): Router {
  const router = createRouter()
  router.openapi(createUploadRoute, async (c) => {
    const answer = await createUpload(context, c.var.user, c.req.valid('json'))
    c.header('cache-control', 'no-store')
    return c.json(answer, 200)
  })
  router.openapi(finalizeRoute, async (c) => {
    const { fileId } = c.req.valid('param')
    return c.json(await finalizeUpload(context, c.var.user, fileId, c.req.valid('json')), 200)
  })
  router.openapi(abandonRoute, async (c) => {
    const { fileId } = c.req.valid('param')
    await abandonUpload(context, c.var.user, fileId, c.req.valid('json'))
    return c.body(null, 204)
  })
  return router
}
