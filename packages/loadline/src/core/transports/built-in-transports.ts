import type { AnyTransport, FileAdapter } from '../contract/index.js'
import { putTransport } from './put-transport.js'

/** What every queue can send. Forms and parts are loaded when the first ticket of their kind comes. */
export function builtInTransports(adapter: FileAdapter): readonly AnyTransport[] {
  return [
    putTransport,
    {
      kind: 'form',
      canPause: false,
      send: async (input) => (await import('./form-transport.js')).formTransport.send(input),
    },
    {
      kind: 'multipart',
      canPause: true,
      send: async (input) =>
        (await import('./multipart-transport.js')).multipartTransport(adapter).send(input),
    },
  ]
}
