import { UploadError } from '../contract/index.js'
import type { AnyTransport, FileAdapter, TicketKind } from '../contract/index.js'
import { putTransport } from './put-transport.js'

/** What every queue can send. Forms and parts are loaded when the first ticket of their kind comes. */
export function builtInTransports(adapter: FileAdapter): readonly AnyTransport[] {
  return [
    putTransport,
    {
      kind: 'form',
      canPause: false,
      async send(input) {
        const { formTransport } = await loaded(import('./form-transport.js'))
        return formTransport.send(input)
      },
    },
    {
      kind: 'multipart',
      canPause: true,
      async send(input) {
        const { multipartTransport } = await loaded(import('./multipart-transport.js'))
        return multipartTransport(adapter).send(input)
      },
    },
  ]
}

/** Where there is no `XMLHttpRequest` the built-in transports cannot tell progress; those that were given may. */
export function silentKinds(given: readonly AnyTransport[]): ReadonlySet<TicketKind> {
  if (typeof XMLHttpRequest !== 'undefined') return new Set()
  const own = new Set<TicketKind>(['put', 'form', 'multipart'])
  for (const { kind } of given) own.delete(kind)
  return own
}

/** Code that does not come is the network's failure: it is asked for again with the next attempt. */
async function loaded<T>(module: Promise<T>): Promise<T> {
  try {
    return await module
  } catch (cause) {
    throw new UploadError('network', { message: 'The code of a transport did not load.', cause })
  }
}
