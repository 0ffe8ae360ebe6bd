const bytesPerId = 16
/** So many at a time: a call for each would be most of the cost of adding a file. */
const pool = new Uint8Array(bytesPerId * 128)
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))
let used = pool.length

/**
 * A random UUID. `crypto.randomUUID` is missing on plain-http pages; `getRandomValues` is everywhere.
 * @see https://www.rfc-editor.org/rfc/rfc9562#name-uuid-version-4
 */
export function uuid(): string {
  if (used === pool.length) {
    crypto.getRandomValues(pool)
    used = 0
  }
  let text = ''
  for (let i = 0; i < bytesPerId; i += 1) {
    const byte = pool[used + i] ?? 0
    if (i === 4 || i === 6 || i === 8 || i === 10) text += '-'
    text += hex[i === 6 ? (byte & 0x0f) | 0x40 : i === 8 ? (byte & 0x3f) | 0x80 : byte]
  }
  used += bytesPerId
  return text
}
