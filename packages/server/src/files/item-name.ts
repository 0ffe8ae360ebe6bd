import { z } from '@hono/zod-openapi'
import { isStorableText } from '../http/storable-text.js'

const maxCharacters = 255

/** What people may call a file or a folder: without white space around it, as the name of a file anywhere. */
export const itemName = z
  .string()
  .max(4 * maxCharacters)
  .trim()
  .min(1)
  .refine(isStorableText, 'It holds NUL, or half a surrogate pair.')
  .refine(
    (name) => Array.from(name).length <= maxCharacters,
    `At most ${maxCharacters} characters.`,
  )
  .refine((name) => !/[/\\\p{Cc}]/u.test(name), 'It holds a slash or a control character.')
  .refine((name) => name !== '.' && name !== '..', 'A name of dots is a path.')
