import { contentTypeOf, type Accept } from '../../core/index.js'

/** Each rule by itself: `image/*`, `application/pdf`, `.md`. */
export function acceptRules(accept: Accept | undefined): readonly string[] {
  if (accept === undefined) return []
  const rules =
    typeof accept === 'string'
      ? accept.split(',')
      : Object.entries(accept).flatMap(([type, extensions]) => [type, ...extensions])
  return rules.map((rule) => rule.trim()).filter((rule) => rule !== '')
}

/**
 * The rules as content types: all that a browser tells of a file while it is dragged. `undefined`: none could be
 * told to break them.
 */
export function draggedTypes(accept: Accept | undefined): Record<string, string[]> | undefined {
  const rules = acceptRules(accept)
  if (rules.length === 0 || rules.some((rule) => rule === '*' || rule === '*/*')) return undefined
  const types: Record<string, string[]> = {}
  for (const rule of rules) {
    const type = rule.startsWith('.') ? contentTypeOf({ name: `x${rule}`, type: '' }) : rule
    // An extension of which we know no type: nor may the browser's be right.
    if (rule.startsWith('.') && type === 'application/octet-stream') return undefined
    types[type] = [...(types[type] ?? []), ...(rule.startsWith('.') ? [rule] : [])]
  }
  return types
}
