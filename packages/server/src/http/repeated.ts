import { z } from '@hono/zod-openapi'

const maxItems = 200

/** A parameter of a query that may stand there several times. */
export function repeated<S extends z.ZodType>(item: S) {
  return z.preprocess(
    (given) => (typeof given === 'string' ? [given] : given),
    z.array(item).max(maxItems).optional(),
  )
}

/** How the document describes it. */
export function textList(description: string, values?: readonly string[]) {
  const items = { type: 'string' as const, ...(values === undefined ? {} : { enum: [...values] }) }
  return { type: 'array' as const, maxItems, items, description }
}
