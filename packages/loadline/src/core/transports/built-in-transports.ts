import { UploadError } from '../contract/index.js'
import type { AnyTransport, FileAdapter } from '../contract/index.js'
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

/** Code that does not come is the network's failure: it is asked for again with the next attempt. */
async function loaded<T>(module: Promise<T>): Promise<T> {
  try {
    return await module
  } catch (cause) {
    throw new UploadError('network', { message: 'The code of a transport did not load.', cause })
  }
}
