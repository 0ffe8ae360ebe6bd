import { z } from 'zod'
import type { Category } from './category.js'

const mediaType = /^(?:\*|[\w!#$&^.+-]+)\/(?:\*|[\w!#$&^.+-]+)$/

const categoriesSchema = z
  .array(
    z.strictObject({
      key: z.string().min(1).max(255),
      name: z.string().min(1).max(255),
      maxSize: z.int().min(0).nullish(),
      contentTypes: z
        .array(z.string().regex(mediaType, 'Not like image/png or image/*.'))
        .nullish(),
      defaultVisibility: z.enum(['public', 'private']).nullish(),
    }),
  )
  .refine(
    (categories) => new Set(categories.map(({ key }) => key)).size === categories.length,
    'Two categories have the same key.',
  )

/**
 * Reads the operator's configuration: a JSON list of categories.
 * @throws Error that says in one line what is wrong with it.
 */
export function parseCategories(text: string): readonly Category[] {
  const parsed = categoriesSchema.safeParse(JSON.parse(text))
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  const place = issue?.path.map(String).join('.') ?? ''
  throw new Error(`${place === '' ? '' : `${place}: `}${issue?.message ?? 'It is not valid.'}`)
}
