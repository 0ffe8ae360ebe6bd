import { filesApi } from '../../../files-api.js'

/** Every method alike: the API answers 404 where it has no route. */
async function answer(request: Request): Promise<Response> {
  const { api } = await filesApi()
  return api.fetch(request)
}

export { answer as DELETE, answer as GET, answer as PATCH, answer as POST, answer as PUT }
