import { z } from '@hono/zod-openapi'
import type { GetCategoryAnswer } from 'loadline/protocol'

export const categorySchema = z
  .object({
    id: z.string(),
    key: z.string(),
    name: z.string(),
    maxSize: z.int().nullable().openapi({ description: 'Bytes.' }),
    contentTypes: z.array(z.string()).readonly().nullable(),
    defaultVisibility: z.enum(['public', 'private']).nullable(),
  })
  .openapi('Category') satisfies z.ZodType<GetCategoryAnswer>
