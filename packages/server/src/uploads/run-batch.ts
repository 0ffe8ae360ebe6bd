import type { z } from '@hono/zod-openapi'
import type { BatchRefusal } from 'loadline/protocol'
import { problemOf } from '../http/problem.js'
import { validationProblem } from '../http/router.js'
import { toProblem } from '../http/to-problem.js'
import type { ServerContext } from '../server-context.js'

/** Results in the order of the items; one that fails is a problem in its place, and undoes no other. */
export function runBatch<S extends z.ZodType, T>(
  context: ServerContext,
  schema: S,
  items: readonly unknown[],
  run: (item: z.output<S>) => Promise<T>,
): Promise<(T | BatchRefusal)[]> {
  const runOne = async (item: unknown): Promise<T> => {
    const parsed = schema.safeParse(item)
    if (!parsed.success) throw validationProblem('item', parsed.error.issues)
    return run(parsed.data)
  }
  return Promise.all(
    items.map((item) =>
      runOne(item).catch((error: unknown) => ({ error: problemOf(toProblem(error, context.log)) })),
    ),
  )
}
