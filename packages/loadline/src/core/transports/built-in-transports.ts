import type { AnyTransport, FileAdapter, TicketKind } from '../contract/index.js'
import { formTransport } from './form-transport.js'
import { multipartTransport } from './multipart-transport.js'
import { putTransport } from './put-transport.js'

/**
 * What every queue can send.
 * @param withChecksum of each part, where the adapter takes one
 */
export function builtInTransports(
  adapter: FileAdapter,
  withChecksum = true,
): readonly AnyTransport[] {
  return [putTransport, formTransport, multipartTransport(adapter, withChecksum)]
}

/** Where there is no `XMLHttpRequest` the built-in transports cannot tell progress; those that were given may. */
export function silentKinds(given: readonly AnyTransport[]): ReadonlySet<TicketKind> {
  if (typeof XMLHttpRequest !== 'undefined') return new Set()
  const own = new Set<TicketKind>(['put', 'form', 'multipart'])
  for (const { kind } of given) own.delete(kind)
  return own
}
