import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'

interface ScriptedAnswer {
  readonly status?: number | undefined
  /** A text as it is, anything else as JSON. Default: nothing. */
  readonly body?: unknown
  readonly headers?: Readonly<Record<string, string>> | undefined
}

interface AskedRequest {
  readonly method: string
  /** Path and query. */
  readonly url: string
  readonly headers: IncomingMessage['headers']
  readonly body: unknown
}

/** A real HTTP server that answers as it is told, and remembers what it was asked. */
export interface ScriptedBackend {
  readonly url: string
  readonly asked: readonly AskedRequest[]
  /** From now on, whatever it is asked. */
  answer(answer: ScriptedAnswer | ((request: AskedRequest) => ScriptedAnswer)): void
  close(): Promise<void>
}

export async function startScriptedBackend(): Promise<ScriptedBackend> {
  const asked: AskedRequest[] = []
  let answer: (request: AskedRequest) => ScriptedAnswer = () => ({ status: 404 })
  const server = createServer((incoming, outgoing) => {
    void readBody(incoming).then((body) => {
      const { method = '', url = '', headers } = incoming
      const request = { method, url, headers, body }
      asked.push(request)
      const { status = 200, body: said = '', headers: own } = answer(request)
      outgoing.writeHead(status, { 'content-type': 'application/json', ...own })
      outgoing.end(typeof said === 'string' ? said : JSON.stringify(said))
    })
  })
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    answer: (next) => {
      answer = typeof next === 'function' ? next : () => next
    },
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}

async function readBody(incoming: IncomingMessage): Promise<unknown> {
  let text = ''
  for await (const chunk of incoming) text += String(chunk)
  return text === '' ? null : (JSON.parse(text) as unknown)
}
