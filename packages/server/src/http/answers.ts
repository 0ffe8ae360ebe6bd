import { z } from '@hono/zod-openapi'
import type { Problem } from 'loadline/protocol'

export const problemSchema = z
  .object({
    type: z.literal('about:blank'),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.custom<Problem['code']>().openapi({ type: 'string' }),
    details: z.custom<NonNullable<Problem['details']>>().exactOptional().openapi({
      type: 'object',
      additionalProperties: true,
    }),
  })
  .openapi('Problem') satisfies z.ZodType<Problem>

interface JsonAnswer<S extends z.ZodType> {
  readonly description: string
  readonly content: { readonly 'application/json': { readonly schema: S } }
}

/** The `responses` of a route: one success, and the problems that it may answer. */
export function answers<N extends number, S extends z.ZodType>(
  status: N,
  description: string,
  schema: S,
  problems: readonly number[],
): Record<N, JsonAnswer<S>> {
  const success = { description, content: { 'application/json': { schema } } }
  return { ...problemAnswers(problems), [status]: success } as Record<N, JsonAnswer<S>>
}

/** In the document only: problems are thrown, so that no handler's type has them. */
export function problemAnswers(problems: readonly number[]) {
  const content = { 'application/problem+json': { schema: problemSchema } }
  return Object.fromEntries(problems.map((code) => [code, { description: 'A problem.', content }]))
}

export function jsonBody<S extends z.ZodType>(schema: S) {
  return { required: true, content: { 'application/json': { schema } } }
}
