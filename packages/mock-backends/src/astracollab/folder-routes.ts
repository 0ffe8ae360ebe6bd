import { Hono } from 'hono'
import { AstraCollabRefusal, answerWith } from './astracollab-answers.js'
import type { AstraCollabFolder, AstraCollabState } from './astracollab-state.js'
import { readJson } from './read-json.js'
import { readPage, showPagination } from './read-page.js'

interface FolderBody {
  readonly name: string
  readonly parentFolderId: string | null
  readonly description: string | null
}

/** Folders, which hold files and each other. */
export function folderRoutes(state: AstraCollabState): Hono {
  const app = new Hono()
  app.get('/', (c) => {
    const { parentFolderId } = c.req.query()
    if (parentFolderId !== undefined && parentFolderId !== 'null') state.folder(parentFolderId)
    const parent = parentFolderId === 'null' ? null : parentFolderId
    const found = [...state.folders.values()].filter(
      (folder) => parent === undefined || folder.parentFolderId === parent,
    )
    const page = readPage(c.req.query())
    const start = (page.page - 1) * page.limit
    const folders = found
      .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      .slice(start, start + page.limit)
      .map((folder) => showFolder(folder, state))
    return answerWith({ folders, pagination: showPagination(page, found.length) }, state.options)
  })
  app.post('/', async (c) => {
    const body = await readJson<FolderBody>(c.req.raw)
    const folder = addFolder(body, state)
    return answerWith({ folder: showFolder(folder, state) }, state.options)
  })
  app.delete('/:id', (c) => {
    const folder = state.folder(c.req.param('id'))
    if (c.req.query('force') !== 'true') checkEmpty(folder, state)
    const { files, folders } = removeFolder(folder, state)
    const data = {
      message: 'Folder deleted',
      folderId: folder.id,
      deletedFiles: files,
      deletedSubfolders: folders - 1,
      deletedAt: state.timestamp(),
    }
    return answerWith(data, state.options)
  })
  return app
}

function addFolder(body: Partial<FolderBody>, state: AstraCollabState): AstraCollabFolder {
  const { name = '', parentFolderId = null, description = null } = body
  if (!/^[\p{L}\p{N} _-]{1,255}$/u.test(name) || name.trim() === '') {
    throw new AstraCollabRefusal('INVALID_FOLDER_NAME', 'The name is not allowed')
  }
  if (parentFolderId !== null) state.folder(parentFolderId, 'PARENT_FOLDER_NOT_FOUND')
  const taken = childrenOf(parentFolderId, state).find((folder) => folder.name === name)
  if (taken !== undefined) {
    throw new AstraCollabRefusal('FOLDER_ALREADY_EXISTS', 'The name is taken', {
      existingFolderId: taken.id,
    })
  }
  const createdAt = state.timestamp()
  const folder = { id: state.makeId('folder'), name, description, parentFolderId, createdAt }
  state.folders.set(folder.id, folder)
  return folder
}

function checkEmpty(folder: AstraCollabFolder, state: AstraCollabState): void {
  const fileCount = filesIn(folder.id, state).length
  const subfolderCount = childrenOf(folder.id, state).length
  if (fileCount + subfolderCount === 0) return
  const details = { fileCount, subfolderCount }
  throw new AstraCollabRefusal('FOLDER_NOT_EMPTY', 'The folder is not empty', details)
}

/** With all that is in it. */
function removeFolder({ id }: AstraCollabFolder, state: AstraCollabState) {
  const counts = { files: 0, folders: 1 }
  for (const child of childrenOf(id, state)) {
    const { files, folders } = removeFolder(child, state)
    counts.files += files
    counts.folders += folders
  }
  for (const file of filesIn(id, state)) {
    state.files.delete(file.id)
    counts.files += 1
  }
  state.folders.delete(id)
  return counts
}

function childrenOf(parentId: string | null, { folders }: AstraCollabState) {
  return [...folders.values()].filter(({ parentFolderId }) => parentFolderId === parentId)
}

function filesIn(folderId: string, { files }: AstraCollabState) {
  return [...files.values()].filter((file) => file.folderId === folderId)
}

function showFolder(folder: AstraCollabFolder, state: AstraCollabState) {
  const files = filesIn(folder.id, state)
  return {
    ...folder,
    path: pathOf(folder, state),
    updatedAt: folder.createdAt,
    fileCount: files.length,
    totalSize: files.reduce((total, { bytes }) => total + bytes.length, 0),
  }
}

function pathOf({ name, parentFolderId }: AstraCollabFolder, state: AstraCollabState): string {
  const parent = state.folders.get(parentFolderId ?? '')
  return `${parent === undefined ? '' : pathOf(parent, state)}/${name}`
}
