import type { Accept } from '../contract/index.js'
import { contentTypeOf } from './content-type.js'

/** Each rule by itself, in lower case: `image/*`, `application/pdf`, `.md`. None: everything is accepted. */
export function acceptedTypes(accept: Accept | undefined): readonly string[] {
  if (accept === undefined) return []
  const rules =
    typeof accept === 'string'
      ? accept.split(',')
      : Object.entries(accept).flatMap(([type, extensions]) => [type, ...extensions])
  return rules.map((rule) => rule.trim().toLowerCase()).filter((rule) => rule !== '')
}

/** As the browser's own file selector reads `accept`; a file without a type is judged by its extension. */
export function matchesAccept(
  file: { readonly name: string; readonly type: string },
  rules: readonly string[],
): boolean {
  if (rules.length === 0) return true
  const [type = ''] = contentTypeOf(file).split(';')
  const contentType = type.trim()
  return rules.some((rule) => {
    if (rule.startsWith('.')) return file.name.toLowerCase().endsWith(rule)
    if (rule === '*/*' || rule === '*') return true
    if (rule.endsWith('/*')) return contentType.startsWith(rule.slice(0, -1))
    return contentType === rule
  })
}
