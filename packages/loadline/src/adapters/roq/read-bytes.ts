/** A number of bytes, also one that is a text or has a fraction; `null`: none is told. */
export function readBytes(value: unknown): number | null {
  if (typeof value !== 'number' && typeof value !== 'string') return null
  const bytes = Math.floor(Number(value))
  return value === '' || !Number.isSafeInteger(bytes) || bytes < 0 ? null : bytes
}
