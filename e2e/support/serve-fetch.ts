import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { keepAliveTimeout } from './keep-alive-timeout.js'

export type Answer = (request: Request) => Promise<Response>

export interface ServedFetch {
  /** Without a slash at its end. */
  readonly url: string
  close(): Promise<void>
}

/** Serves over HTTP, on a free port of loopback, what answers a `Request`. Its maker is told the address. */
export async function serveFetch(
  makeAnswer: (url: string) => Answer | Promise<Answer>,
): Promise<ServedFetch> {
  let answer: Answer = () => Promise.resolve(new Response(null, { status: 503 }))
  const server = createServer(
    { keepAliveTimeout },
    (incoming, outgoing) => void reply(answer, incoming, outgoing),
  )
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const close = (): Promise<void> => {
    server.closeAllConnections()
    return new Promise((resolve) => void server.close(() => resolve()))
  }
  try {
    answer = await makeAnswer(url)
  } catch (error) {
    await close()
    throw error
  }
  return { url, close }
}

async function reply(
  answer: Answer,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<void> {
  try {
    const { status, headers, body } = await answer(toRequest(incoming))
    outgoing.writeHead(status, Object.fromEntries(headers))
    if (body === null) outgoing.end()
    else await pipeline(Readable.fromWeb(body as Parameters<typeof Readable.fromWeb>[0]), outgoing)
  } catch {
    // The client went away, or will see that the answer never came whole.
    outgoing.destroy()
  }
}

function toRequest(incoming: IncomingMessage): Request {
  const { method = 'GET', url = '/', headers } = incoming
  const hasBody = method !== 'GET' && method !== 'HEAD' && method !== 'OPTIONS'
  const init: RequestInit & { duplex: 'half' } = {
    method,
    headers: headers as Record<string, string>,
    body: hasBody ? (Readable.toWeb(incoming) as ReadableStream<Uint8Array>) : null,
    duplex: 'half',
  }
  return new Request(`http://${headers.host}${url}`, init)
}
