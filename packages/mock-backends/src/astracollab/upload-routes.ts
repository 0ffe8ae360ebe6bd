import { Hono } from 'hono'
import { AstraCollabRefusal, answerWith } from './astracollab-answers.js'
import type { AstraCollabState } from './astracollab-state.js'
import { showFile } from './show-file.js'

const defaultMaxFileSize = 100_000_000

/** A file in one request, through the API itself. */
export function uploadRoutes(state: AstraCollabState): Hono {
  const app = new Hono()
  app.post('/upload', async (c) => {
    const form = await c.req.formData()
    const file = form.get('file')
    if (!(file instanceof File) || form.getAll('file').length !== 1) {
      throw new AstraCollabRefusal('INVALID_FILE', 'Exactly one file is required')
    }
    const { maxFileSize = defaultMaxFileSize, dialect = 'docs' } = state.options
    if (file.size > maxFileSize) {
      throw new AstraCollabRefusal('FILE_TOO_LARGE', 'The file is too large', {
        fileSize: file.size,
        maxSize: maxFileSize,
      })
    }
    state.checkQuota(file.size)
    const folderId = form.get('folderId')
    const stored = state.addFile({
      name: file.name,
      type: file.type,
      bytes: new Uint8Array(await file.arrayBuffer()),
      folderId: typeof folderId === 'string' ? state.folder(folderId).id : null,
      metadata: readMetadata(form.get('metadata')),
    })
    const data = dialect === 'docs' ? { file: showFile(stored, state) } : { fileId: stored.id }
    return answerWith(data, state.options)
  })
  return app
}

/** A JSON text, in a form. */
function readMetadata(text: File | string | null): Readonly<Record<string, unknown>> {
  if (typeof text !== 'string') return {}
  try {
    return JSON.parse(text) as Readonly<Record<string, unknown>>
  } catch {
    throw new AstraCollabRefusal('INVALID_PARAMETERS', 'Invalid parameters', {
      metadata: 'Must be JSON',
    })
  }
}
