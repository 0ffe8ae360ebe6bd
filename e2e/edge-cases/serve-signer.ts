import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ServedListener {
  readonly url: string
  close(): Promise<void>
}

export async function serveListener(listener: RequestListener): Promise<ServedListener> {
  const server = createServer(listener)
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => void server.close(() => resolve()))
    },
  }
}

/** The two routes of a presigned upload, and a store that takes whatever comes. */
export function serveSigner(): Promise<ServedListener> {
  return serveListener((incoming, outgoing) => {
    incoming.resume().on('end', () => {
      const url = `http://${incoming.headers.host}/objects/${crypto.randomUUID()}`
      const answer = incoming.url === '/sign' ? { url } : {}
      outgoing.setHeader('content-type', 'application/json')
      outgoing.end(JSON.stringify(answer))
    })
  })
}
