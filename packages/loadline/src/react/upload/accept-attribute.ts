import type { Accept } from '../../core/index.js'

/** `accept` as the file selector takes it: types and extensions, separated by commas. */
export function acceptAttribute(accept: Accept | undefined): string | undefined {
  if (accept === undefined || typeof accept === 'string') return accept
  return Object.entries(accept)
    .flatMap(([type, extensions]) => [type, ...extensions])
    .join(',')
}
