import type { TicketKind } from '../contract/index.js'

/** What is asked for, most wanted first: small files in one request, large ones in parts where that can be. */
export function rankKinds(kinds: readonly TicketKind[]) {
  const single = kinds.filter((kind) => kind !== 'multipart')
  const inParts = kinds.filter((kind) => kind === 'multipart')
  return { small: single.length === 0 ? inParts : single, large: [...inParts, ...single] }
}
