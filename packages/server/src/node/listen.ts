import { createServer, type IncomingMessage, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { StartupError } from './startup-error.js'

const loopback = ['127.0.0.1', '::1'] as const

export interface ListenOptions {
  readonly port: number
  /** `null`: loopback, by IPv4 and, where there is one, IPv6. */
  readonly host: string | null
  /** What to change where the port is taken. */
  readonly variable: string
  fetch(request: Request): Promise<Response>
  /** Answers what is no valid request, such as one with a broken `Host`. */
  refuse(): Response
  /** How long a request may take to arrive; 0: for ever. */
  readonly requestTimeoutMs: number
  /** Which requests have no such limit. Default: none. */
  isUnhurried?(request: IncomingMessage): boolean
}

export interface Listener {
  /** Takes no new request, and ends those that take longer than this. */
  close(graceMs: number): Promise<void>
}

export async function listen(options: ListenOptions): Promise<Listener> {
  const servers: Server[] = []
  const close = async (graceMs: number) => {
    await Promise.all(servers.map((server) => stop(server, graceMs)))
  }
  try {
    for (const host of options.host === null ? loopback : [options.host]) {
      const server = await bind(options, host)
      if (server !== null) servers.push(server)
    }
  } catch (error) {
    await close(0)
    throw error
  }
  return { close }
}

function bind(options: ListenOptions, host: string): Promise<Server | null> {
  const handle = getRequestListener((request) => options.fetch(request), {
    hostname: 'localhost',
    overrideGlobalObjects: false,
    errorHandler: options.refuse,
  })
  const server = createServer(
    {
      // Node's own has no exceptions.
      requestTimeout: 0,
      headersTimeout: 20_000,
      // Long, so that a connection is seldom closed under a new request of a browser, which would
      // silently send a PUT or POST a second time.
      keepAliveTimeout: 65_000,
    },
    (request, response) => {
      limitArrival(options, request)
      void handle(request, response)
    },
  )
  server.maxConnections = 4096
  server.setTimeout(120_000)
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const isMissing = error.code === 'EADDRNOTAVAIL' || error.code === 'EAFNOSUPPORT'
      if (isMissing && host === '::1') resolve(null)
      else reject(describe(error, options, host))
    })
    server.listen(options.port, host, () => resolve(server))
  })
}

function limitArrival(options: ListenOptions, request: IncomingMessage): void {
  const { requestTimeoutMs, isUnhurried } = options
  if (requestTimeoutMs === 0 || isUnhurried?.(request) === true) return
  const timer = setTimeout(() => {
    if (!request.complete) request.destroy()
  }, requestTimeoutMs).unref()
  request.once('close', () => clearTimeout(timer))
}

function describe(error: NodeJS.ErrnoException, options: ListenOptions, host: string): Error {
  const { port, variable } = options
  if (error.code === 'EADDRINUSE') {
    return new StartupError(`Port ${port} is in use. Set ${variable} to a free one.`)
  }
  if (error.code === 'EACCES') {
    return new StartupError(`Port ${port} may not be used. Set ${variable} to one above 1023.`)
  }
  if (error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new StartupError(`This machine has no address "${host}". Set HOST to one that it has.`)
  }
  return error
}

function stop(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs)
    server.close(() => {
      clearTimeout(cut)
      resolve()
    })
    server.closeIdleConnections()
  })
}
