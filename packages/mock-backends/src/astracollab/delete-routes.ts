import { Hono } from 'hono'
import { AstraCollabRefusal, answerWith } from './astracollab-answers.js'
import type { AstraCollabState } from './astracollab-state.js'
import { readJson } from './read-json.js'

/** Files go one by one, or many in one call that succeeds for some. */
export function deleteRoutes(state: AstraCollabState): Hono {
  const app = new Hono()
  const remove = (id: string): void => {
    state.file(id)
    if (state.filesInUse.has(id)) {
      throw new AstraCollabRefusal('FILE_IN_USE', 'The file is in use', { reason: 'shared' })
    }
    state.files.delete(id)
  }
  app.delete('/bulk', async (c) => {
    const { fileIds } = await readJson<{ fileIds: readonly string[] }>(c.req.raw)
    if (!Array.isArray(fileIds)) {
      throw new AstraCollabRefusal('INVALID_PARAMETERS', 'Invalid parameters', {
        fileIds: 'Required',
      })
    }
    const deleted: string[] = []
    const failed: { readonly fileId: string; readonly reason: string }[] = []
    for (const fileId of fileIds as readonly string[]) {
      try {
        remove(fileId)
        deleted.push(fileId)
      } catch (thrown) {
        failed.push({ fileId, reason: (thrown as AstraCollabRefusal).message })
      }
    }
    return answerWith({ deleted, failed, deletedAt: state.timestamp() }, state.options)
  })
  app.delete('/:id', (c) => {
    const fileId = c.req.param('id')
    remove(fileId)
    const data = { message: 'File deleted', fileId, deletedAt: state.timestamp() }
    return answerWith(data, state.options)
  })
  return app
}
