import { z } from '@hono/zod-openapi'
import type { BulkAnswer, IdsBody } from 'loadline/protocol'
import { problemSchema } from './answers.js'
import { notFound, problemOf } from './problem.js'

export const ids = z.array(z.string().max(255)).min(1).max(200).readonly()

export const idsBody = z.object({ ids }).openapi('Ids') satisfies z.ZodType<IdsBody>

export const bulkAnswer = z
  .object({
    done: z.array(z.string()).readonly(),
    failed: z.array(z.object({ id: z.string(), error: problemSchema })).readonly(),
  })
  .openapi('BulkResult') satisfies z.ZodType<BulkAnswer>

/** In the order asked, each once. What was not done is not there, or not the caller's. */
export function bulkOf(asked: readonly string[], done: ReadonlySet<string>): BulkAnswer {
  const each = [...new Set(asked)]
  const isDone = (id: string) => done.has(id.toLowerCase())
  return {
    done: each.filter(isDone),
    failed: each.filter((id) => !isDone(id)).map((id) => ({ id, error: problemOf(notFound()) })),
  }
}
