import { createRoute } from '@hono/zod-openapi'
import { answers, jsonBody } from '../http/answers.js'
import { createRouter, type Router } from '../http/router.js'
import type { ServerContext } from '../server-context.js'
import { abandonUpload } from './abandon-upload.js'
import {
  abandonUploadItem,
  abandonUploadsAnswer,
  abandonUploadsBody,
  createUploadsAnswer,
  createUploadsBody,
  finalizeUploadItem,
  finalizeUploadsAnswer,
  finalizeUploadsBody,
} from './batch-schemas.js'
import { createUpload } from './create-upload.js'
import { finalizeUpload } from './finalize-upload.js'
import { readCaller } from './read-caller.js'
import { runBatch } from './run-batch.js'
import { createUploadBody, fenceHeader as headers } from './upload-schemas.js'

const problems = [400, 401, 413, 415, 422]

const createUploadsRoute = createRoute({
  method: 'post',
  path: '/batch',
  operationId: 'createUploads',
  request: { headers, body: jsonBody(createUploadsBody) },
  responses: answers(200, 'A ticket or a problem for each.', createUploadsAnswer, problems),
})

const finalizeRoute = createRoute({
  method: 'post',
  path: '/finalize',
  operationId: 'finalizeUploads',
  request: { headers, body: jsonBody(finalizeUploadsBody) },
  responses: answers(200, 'A stored file or a problem for each.', finalizeUploadsAnswer, problems),
})

const abandonRoute = createRoute({
  method: 'post',
  path: '/abandon',
  operationId: 'abandonUploads',
  request: { headers, body: jsonBody(abandonUploadsBody) },
  responses: answers(200, 'Nothing or a problem for each.', abandonUploadsAnswer, problems),
})

/** Many uploads in one call, each in its own transaction. */
export function createBatchRoutes(context: ServerContext): Router {
  const router = createRouter()
  router.openAPIRegistry.register('FinalizeUploadItem', finalizeUploadItem)
  router.openAPIRegistry.register('AbandonUploadItem', abandonUploadItem)
  router.openapi(createUploadsRoute, async (c) => {
    const caller = readCaller(c, c.req.valid('header'))
    const results = await runBatch(context, createUploadBody, c.req.valid('json').uploads, (item) =>
      createUpload(context, caller, item),
    )
    c.header('cache-control', 'no-store')
    return c.json({ results }, 200)
  })
  router.openapi(finalizeRoute, async (c) => {
    const caller = readCaller(c, c.req.valid('header'))
    const { uploads } = c.req.valid('json')
    const results = await runBatch(context, finalizeUploadItem, uploads, async (item) => ({
      file: await finalizeUpload(context, caller, item.fileId, item),
    }))
    return c.json({ results }, 200)
  })
  router.openapi(abandonRoute, async (c) => {
    const caller = readCaller(c, c.req.valid('header'))
    const { uploads, reason } = c.req.valid('json')
    const results = await runBatch(context, abandonUploadItem, uploads, async (item) => {
      await abandonUpload(context, caller, item, reason)
      return {}
    })
    return c.json({ results }, 200)
  })
  return router
}
