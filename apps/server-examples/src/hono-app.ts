import { Hono } from 'hono'
import type { Server } from 'loadline-server'

export function createHonoApp(api: Server): Hono {
  const app = new Hono()
  app.all('/api/*', (c) => api.fetch(c.req.raw))
  app.get('/', (c) => c.html('<h1>The application</h1>'))
  return app
}
