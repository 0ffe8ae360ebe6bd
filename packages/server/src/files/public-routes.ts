import { createRoute, z } from '@hono/zod-openapi'
import { and, eq, isNull } from 'drizzle-orm'
import { files } from '../database/schema.js'
import { problemAnswers } from '../http/answers.js'
import { notFound } from '../http/problem.js'
import { createRouter, type Router } from '../http/router.js'
import type { ServerContext } from '../server-context.js'
import { originalOf, sign, thumbnailOf } from './file-links.js'
import { fileParams } from './file-schemas.js'

/** Of what the address leads to. A player comes back to the address itself for a later part. */
const signatureLifeMs = 5 * 60 * 1000

const publicRoute = createRoute({
  method: 'get',
  path: '/{id}/{name}',
  operationId: 'openPublicFile',
  description: 'For everybody, while the file is `public` and `ready`. The name is not looked at.',
  request: {
    params: fileParams.extend({
      name: z.string().openapi({ param: { name: 'name', in: 'path' } }),
    }),
    query: z.strictObject({ variant: z.enum(['original', 'thumbnail']).default('original') }),
  },
  responses: { ...problemAnswers([404, 422]), 302: { description: 'To the bytes.' } },
})

/** The permanent addresses of public files. */
export function createPublicRoutes(context: ServerContext): Router {
  const router = createRouter()
  router.openapi(publicRoute, async (c) => {
    const isPublic = and(
      eq(files.id, c.req.valid('param').id),
      eq(files.visibility, 'public'),
      eq(files.status, 'ready'),
      isNull(files.deletedAt),
    )
    const [row] = await context.db.select().from(files).where(isPublic)
    const { variant } = c.req.valid('query')
    const grant = row && (variant === 'thumbnail' ? thumbnailOf(row) : originalOf(row))
    if (!grant) throw notFound()
    // Asked each time: the address ends the moment that the file is private or deleted.
    c.header('cache-control', 'no-store')
    c.header('referrer-policy', 'no-referrer')
    return c.redirect(await sign(context, grant, context.now() + signatureLifeMs), 302)
  })
  return router
}
