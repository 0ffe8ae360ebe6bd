import { readFile } from 'node:fs/promises'
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { buffer, text } from 'node:stream/consumers'
import { fileURLToPath } from 'node:url'
import { build, defaultClientConditions } from 'vite'
import type { SigningCalls } from './signing-desk.js'

/** One call of the page to its backend. */
export interface SigningCall {
  readonly method: string
  readonly body: unknown
}

/** Serves the page and, under the same origin, what it asks its backend, and the store to whoever asks for it here. */
export interface PageServer {
  readonly url: string
  readonly calls: readonly SigningCall[]
  answerWith(desk: SigningCalls): void
  close(): Promise<void>
}

const html = `<!doctype html>
<title>Upload</title>
<link rel="icon" href="data:," />
<script type="module" src="/page.js"></script>`

export async function servePage(directory: string, storeUrl: string): Promise<PageServer> {
  await buildPage(directory)
  const calls: SigningCall[] = []
  let desk: SigningCalls | null = null
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://localhost').pathname
    const method = /^\/sign\/(\w+)$/.exec(path)?.[1]
    const answer = async (): Promise<void> => {
      if (method !== undefined) await sign(method, request, response)
      else if (request.method === 'GET') await sendFile(directory, path, response)
      else await forward(storeUrl, request, response)
    }
    answer().catch((thrown: unknown) => response.writeHead(500).end(String(thrown)))
  })

  async function sign(
    method: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const body: unknown = JSON.parse(await text(request))
    calls.push({ method, body })
    const answer = desk?.[method as keyof SigningCalls] as (given: unknown) => Promise<unknown>
    response.setHeader('content-type', 'application/json').end(JSON.stringify(await answer(body)))
  }

  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', resolve))
  return {
    url: `http://localhost:${(server.address() as AddressInfo).port}`,
    calls,
    answerWith(given) {
      desk = given
    },
    close: () => close(server),
  }
}

/** From source, so that what is tested is what stands in the editor. */
async function buildPage(directory: string): Promise<void> {
  await build({
    configFile: false,
    root: fileURLToPath(new URL('page/', import.meta.url)),
    logLevel: 'error',
    resolve: { conditions: ['loadline-source', ...defaultClientConditions] },
    build: {
      outDir: directory,
      rolldownOptions: {
        input: fileURLToPath(new URL('page/upload-page.ts', import.meta.url)),
        output: { entryFileNames: 'page.js', chunkFileNames: '[name].js' },
      },
    },
  })
}

async function sendFile(directory: string, path: string, response: ServerResponse): Promise<void> {
  if (path === '/') {
    response.setHeader('content-type', 'text/html; charset=utf-8').end(html)
    return
  }
  const script = await readFile(join(directory, basename(path)))
  response.setHeader('content-type', 'text/javascript; charset=utf-8').end(script)
}

/** Read to its end first: a browser goes on sending long after the store has refused, and hears nothing until then. */
async function forward(
  storeUrl: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { method = 'PUT', headers, url = '/' } = request
  const type = headers['content-type']
  const answer = await fetch(new URL(url, storeUrl), {
    method,
    headers: type === undefined ? {} : { 'content-type': type },
    body: new Uint8Array(await buffer(request)),
  })
  response.writeHead(answer.status, { etag: answer.headers.get('etag') ?? '' })
  response.end(await answer.text())
}

async function close(server: Server): Promise<void> {
  server.closeAllConnections()
  await new Promise((resolve) => void server.close(resolve))
}
