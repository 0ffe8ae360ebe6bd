export interface ByteRange {
  readonly start: number
  /** Included. */
  readonly end: number
}

/**
 * What a `Range` header asks of an object. `null`: all of it, also where the header makes no sense or
 * asks for several ranges, which a server may answer with the whole.
 * @see https://www.rfc-editor.org/rfc/rfc9110#section-14.2
 */
export function readByteRange(header: string | null, size: number): ByteRange | 'invalid' | null {
  const match = /^bytes=(\d{0,16})-(\d{0,16})$/.exec(header ?? '')
  if (match === null) return null
  const [, first = '', last = ''] = match
  if (first === '' && last === '') return null
  if (first === '') {
    const length = Number(last)
    return length === 0 || size === 0
      ? 'invalid'
      : { start: Math.max(0, size - length), end: size - 1 }
  }
  const start = Number(first)
  const end = last === '' ? size - 1 : Math.min(Number(last), size - 1)
  if (last !== '' && Number(last) < start) return null
  return start >= size ? 'invalid' : { start, end }
}
