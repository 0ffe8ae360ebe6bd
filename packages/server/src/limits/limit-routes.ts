import { createRoute, z } from '@hono/zod-openapi'
import type { GetLimitsAnswer } from 'loadline/protocol'
import { answers } from '../http/answers.js'
import { createRouter, type Router } from '../http/router.js'
import type { ServerContext } from '../server-context.js'
import { largestFile } from './assert-within-limits.js'
import { readUsage } from './read-usage.js'

const bytes = z.int().nullable().openapi({ description: 'Bytes.' })

const limitsSchema = z
  .object({
    maxFileSize: bytes,
    maxFiles: z.int().nullable(),
    usedFiles: z.int(),
    quotaSize: bytes,
    usedSize: z.int().openapi({ description: 'Bytes. Uploads on their way included.' }),
  })
  .openapi('Limits') satisfies z.ZodType<GetLimitsAnswer>

const getRoute = createRoute({
  method: 'get',
  path: '/',
  operationId: 'getLimits',
  responses: answers(200, 'What the caller may store, and stores.', limitsSchema, [401]),
})

export function createLimitRoutes(context: ServerContext): Router {
  const router = createRouter()
  router.openapi(getRoute, async (c) => {
    const { fileCount, totalSize } = await readUsage(context.db, c.var.user)
    const { maxFiles, quotaSize } = context.limits
    return c.json(
      {
        maxFileSize: largestFile(context),
        maxFiles,
        usedFiles: fileCount,
        quotaSize,
        usedSize: totalSize,
      },
      200,
    )
  })
  return router
}
