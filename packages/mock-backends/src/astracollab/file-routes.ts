import { Hono } from 'hono'
import { AstraCollabRefusal, answerWith } from './astracollab-answers.js'
import type { AstraCollabFile, AstraCollabState } from './astracollab-state.js'
import { readPage, showPagination } from './read-page.js'
import { showFile, urlOf } from './show-file.js'

const sortValues: Readonly<Record<string, (file: AstraCollabFile) => string | number>> = {
  name: ({ name }) => name,
  size: ({ bytes }) => bytes.length,
  uploadedAt: ({ uploadedAt }) => uploadedAt,
  updatedAt: ({ updatedAt }) => updatedAt,
}

const groups: Readonly<Record<string, RegExp>> = {
  image: /^image\//,
  video: /^video\//,
  audio: /^audio\//,
  document: /^(text\/|application\/(pdf|msword|rtf|vnd\.))/,
  archive: /^application\/(zip|gzip|x-)/,
}

/** Reading files. */
export function fileRoutes(state: AstraCollabState): Hono {
  const app = new Hono()
  app.get('/', (c) => {
    const found = findFiles(c.req.query(), state)
    const { dialect = 'docs' } = state.options
    if (dialect === 'next') return Response.json(found.map((file) => showFile(file, state)))
    if (dialect === 'js') {
      const all = found.map((file) => showFile(file, state))
      return answerWith(all, state.options)
    }
    const page = readPage(c.req.query())
    const start = (page.page - 1) * page.limit
    const files = found.slice(start, start + page.limit).map((file) => showFile(file, state))
    return answerWith({ files, pagination: showPagination(page, found.length) }, state.options)
  })
  app.get('/:id', (c) => {
    const file = state.file(c.req.param('id'))
    if (c.req.query('download') === 'true') return bytesOf(file)
    const expires = Number(c.req.query('expires') ?? 3_600)
    if (!(expires >= 1 && expires <= 3_600)) {
      throw new AstraCollabRefusal('INVALID_PARAMETERS', 'Invalid parameters', {
        expires: 'Must be between 1 and 3600',
      })
    }
    const downloadUrl = urlOf(file, state, Math.floor(state.now() / 1_000) + expires)
    return answerWith({ file: { ...showFile(file, state), downloadUrl } }, state.options)
  })
  return app
}

/** What anybody may get who has the address. */
export function downloadRoutes(state: AstraCollabState): Hono {
  const app = new Hono()
  app.get('/:id/:name', (c) => {
    const expires = c.req.query('expires')
    if (expires !== undefined && Number(expires) * 1_000 < state.now()) {
      throw new AstraCollabRefusal('URL_EXPIRED', 'The address is no longer valid')
    }
    return bytesOf(state.file(c.req.param('id')))
  })
  return app
}

function bytesOf({ bytes, type }: AstraCollabFile): Response {
  return new Response(Buffer.from(bytes), { headers: { 'content-type': type } })
}

function findFiles(
  query: Readonly<Record<string, string>>,
  state: AstraCollabState,
): readonly AstraCollabFile[] {
  const { folderId, type, search = '', sortBy = 'uploadedAt', sortOrder = 'desc' } = query
  const valueOf = sortValues[sortBy]
  const group = type === undefined ? /^/ : groups[type]
  if (valueOf === undefined || group === undefined || !['asc', 'desc'].includes(sortOrder)) {
    throw new AstraCollabRefusal('INVALID_PARAMETERS', 'Invalid parameters', {
      ...(valueOf === undefined && { sortBy: 'Unknown field' }),
      ...(group === undefined && { type: 'Unknown type' }),
    })
  }
  if (folderId !== undefined) state.folder(folderId)
  const found = [...state.files.values()].filter(
    (file) =>
      (folderId === undefined || file.folderId === folderId) &&
      group.test(file.type) &&
      file.name.toLowerCase().includes(search.toLowerCase()),
  )
  const sorted = found.toSorted((a, b) => {
    const [left, right] = [valueOf(a), valueOf(b)]
    return left < right ? -1 : left > right ? 1 : 0
  })
  return sortOrder === 'desc' ? sorted.toReversed() : sorted
}
