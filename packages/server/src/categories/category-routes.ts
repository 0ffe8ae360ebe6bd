import { createRoute, z } from '@hono/zod-openapi'
import type { ListCategoriesAnswer } from 'loadline/protocol'
import { answers } from '../http/answers.js'
import { notFound } from '../http/problem.js'
import { createRouter, type Router } from '../http/router.js'
import type { ServerContext } from '../server-context.js'
import { categorySchema } from './category-schema.js'

const categoryList = z
  .object({ categories: z.array(categorySchema).readonly() })
  .openapi('CategoryList') satisfies z.ZodType<ListCategoriesAnswer>

const params = z.object({
  id: z.string().openapi({ param: { name: 'id', in: 'path' }, description: 'Its key.' }),
})

const listRoute = createRoute({
  method: 'get',
  path: '/',
  operationId: 'listCategories',
  responses: answers(200, 'In the order of the configuration.', categoryList, [401]),
})

const getRoute = createRoute({
  method: 'get',
  path: '/{id}',
  operationId: 'getCategory',
  request: { params },
  responses: answers(200, 'The category.', categorySchema, [401, 404]),
})

export function createCategoryRoutes({ categories }: ServerContext): Router {
  const router = createRouter()
  router.openapi(listRoute, (c) => c.json({ categories: [...categories.values()] }, 200))
  router.openapi(getRoute, (c) => {
    const category = categories.get(c.req.valid('param').id)
    if (category === undefined) throw notFound()
    return c.json(category, 200)
  })
  return router
}
