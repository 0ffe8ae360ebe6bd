import { getRequestListener } from '@hono/node-server'
import express, { type Express } from 'express'
import type { Server } from 'loadline-server'

/** Before any body parser: the API reads its bodies itself. */
export function createExpressApp(api: Server): Express {
  const app = express()
  const answerFiles = getRequestListener((request) => api.fetch(request))
  app.use((request, response, next) => {
    if (request.path.startsWith('/api/')) void answerFiles(request, response)
    else next()
  })
  app.get('/', (_, response) => void response.type('html').send('<h1>The application</h1>'))
  return app
}
