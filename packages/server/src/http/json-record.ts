import { isStorableText } from './storable-text.js'

const maxDepth = 32

/**
 * Why a parsed JSON value cannot be kept, or `null`. It walks with its own stack: a body of one
 * megabyte nests half a million arrays, more than a recursion bears.
 */
export function refuseJsonRecord(value: unknown, maxBytes: number): string | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'Not an object.'
  const open: { readonly item: unknown; readonly depth: number }[] = [{ item: value, depth: 1 }]
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { item, depth } = next
    if (depth > maxDepth) return `It nests deeper than ${maxDepth} levels.`
    if (typeof item === 'string' && !isStorableText(item)) return 'A text that cannot be kept.'
    // `JSON.parse` reads 1e999 as Infinity, which no JSON can say again.
    if (typeof item === 'number' && !Number.isFinite(item)) return 'A number that is too large.'
    if (typeof item !== 'object' || item === null) continue
    for (const [key, member] of Object.entries(item)) {
      if (!isStorableText(key)) return 'A key that cannot be kept.'
      open.push({ item: member, depth: depth + 1 })
    }
  }
  return Buffer.byteLength(JSON.stringify(value)) > maxBytes
    ? `It is larger than ${maxBytes} bytes.`
    : null
}

/** Equal for equal values, whatever the order of their keys. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(',')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const members = Object.entries(value)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, member]) => `${JSON.stringify(key)}:${canonicalJson(member)}`)
  return `{${members.join(',')}}`
}
