import { createAdaptorServer, type HttpBindings } from '@hono/node-server'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'

/** A browser may take an idle connection again just as Node's own five seconds end it. */
const keepAliveTimeout = 120_000

export interface ServedApp {
  /** Origin, without a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

export interface ServeOptions {
  /** Default: a free one. */
  readonly port?: number | undefined
}

/** `node` has the socket, for an app that hangs up instead of answering. */
type Answer = (request: Request, node: HttpBindings) => Response | Promise<Response>

/** Serves on a real socket of loopback. The app is told its own address, since it signs URLs of itself. */
export async function serveApp(
  makeFetch: (url: string) => Answer,
  { port = 0 }: ServeOptions = {},
): Promise<ServedApp> {
  let answer: Answer = () => new Response(null, { status: 503 })
  const server = createAdaptorServer({
    fetch: (request: Request, node) => answer(request, node as HttpBindings),
    serverOptions: { keepAliveTimeout },
  }) as Server
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, '127.0.0.1', resolve)
  })
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  answer = makeFetch(url)
  return {
    url,
    close: () => {
      server.closeAllConnections()
      return new Promise((resolve) => void server.close(() => resolve()))
    },
  }
}
