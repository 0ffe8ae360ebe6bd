import { z } from '@hono/zod-openapi'

/** PostgreSQL's text holds neither NUL nor half a surrogate pair. */
export function isStorableText(text: string): boolean {
  return !text.includes('\0') && !/\p{Surrogate}/u.test(text)
}

export function storableText(limits: { readonly min?: number; readonly max: number }) {
  return z
    .string()
    .min(limits.min ?? 0)
    .max(limits.max)
    .refine(isStorableText, 'It holds NUL, or half a surrogate pair.')
}
