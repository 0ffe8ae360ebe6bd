const bytesPerId = 16
/** So many at a time: a call for each would be most of the cost of adding a file. */
const pool = new Uint8Array(bytesPerId * 128)
const digits = Array.from('0123456789abcdef', (digit) => digit.charCodeAt(0))
/** The codes of the last one; its hyphens stay. */
const codes = Array.from('00000000-0000-4000-8000-000000000000', (char) => char.charCodeAt(0))
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
  let at = 0
  for (let i = 0; i < bytesPerId; i += 1) {
    const byte = pool[used + i] ?? 0
    if (i === 4 || i === 6 || i === 8 || i === 10) at += 1
    codes[at] = digits[i === 6 ? 4 : i === 8 ? 8 | ((byte >> 4) & 3) : byte >> 4] ?? 0
    codes[at + 1] = digits[byte & 15] ?? 0
    at += 2
  }
  used += bytesPerId
  return String.fromCharCode(...codes)
}
