import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { cors } from 'hono/cors'
import { createDiskStore, createLog } from 'loadline-server'
import { createUploadRoutes } from './create-upload-routes.js'

export interface ExampleOptions {
  readonly port: number
  /** Holds the files. */
  readonly directory: string
  /** Of the page that uploads. */
  readonly pageOrigin: string
}

export interface RunningExample {
  /** `/sign` and `/finalize` stand below it. */
  readonly url: string
  close(): Promise<void>
}

/** The two routes under `/api`, and beside them the store that they sign for. */
export async function startExample(options: ExampleOptions): Promise<RunningExample> {
  const { port, directory, pageOrigin } = options
  const origin = `http://localhost:${port}`
  const store = await createDiskStore({
    directory,
    publicUrl: origin,
    secret: crypto.getRandomValues(new Uint8Array(32)),
    allowedOrigins: [pageOrigin],
    log: createLog((line) => process.stderr.write(`${line}\n`), 'warn'),
  })
  const app = new Hono()
  app.use('/api/*', cors({ origin: pageOrigin }))
  app.route('/api', createUploadRoutes(store))
  app.all('*', (c) => store.fetch(c.req.raw))
  const server = await new Promise<ReturnType<typeof serve>>((resolve) => {
    const started = serve({ fetch: app.fetch, port, hostname: 'localhost' }, () => resolve(started))
  })
  return {
    url: `${origin}/api`,
    close: () => new Promise((resolve) => void server.close(() => resolve())),
  }
}
