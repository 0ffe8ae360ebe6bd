import { createRoute } from '@hono/zod-openapi'
import { answers, jsonBody, problemAnswers } from '../http/answers.js'
import { createRouter, type Router } from '../http/router.js'
import type { ServerContext } from '../server-context.js'
import { createFolder } from './create-folder.js'
import { deleteFolder } from './delete-folder.js'
import {
  createFolderBody,
  folderListSchema,
  folderParams,
  folderSchema,
  listFoldersQuery,
} from './folder-schemas.js'
import { listFolders } from './list-folders.js'

const listRoute = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listFolders',
  request: { query: listFoldersQuery },
  responses: answers(200, 'Those right inside, by name.', folderListSchema, [401, 404, 422]),
})

const createFolderRoute = createRoute({
  method: 'post',
  path: '/',
  operationId: 'createFolder',
  request: { body: jsonBody(createFolderBody) },
  responses: answers(201, 'The folder.', folderSchema, [400, 401, 404, 409, 413, 415, 422]),
})

const deleteRoute = createRoute({
  method: 'delete',
  path: '/{id}',
  operationId: 'deleteFolder',
  request: { params: folderParams },
  responses: { ...problemAnswers([401, 404, 409, 413]), 204: { description: 'It is gone.' } },
})

export function createFolderRoutes(context: ServerContext): Router {
  const router = createRouter()
  router.openapi(listRoute, async (c) => {
    const { parentId } = c.req.valid('query')
    return c.json(await listFolders(context, c.var.user, parentId === '' ? null : parentId), 200)
  })
  router.openapi(createFolderRoute, async (c) => {
    return c.json(await createFolder(context, c.var.user, c.req.valid('json')), 201)
  })
  router.openapi(deleteRoute, async (c) => {
    await deleteFolder(context, c.var.user, c.req.valid('param').id)
    return c.body(null, 204)
  })
  return router
}
