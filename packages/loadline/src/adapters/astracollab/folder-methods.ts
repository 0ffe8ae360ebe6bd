import {
  readShape,
  type FileFolder,
  type FolderStep,
  type OptionalMethods,
} from '../../core/index.js'
import { callForEach } from '../http/call-for-each.js'
import type { AstraCollabClient } from './astracollab-client.js'
import { maxPageSize } from './file-params.js'

type FolderMethods = Required<
  Pick<OptionalMethods, 'listFolders' | 'createFolder' | 'deleteFolders'>
>

interface Row {
  readonly id: string
  readonly name: string
  readonly parentId: string | null
}

/** What files stand in. */
export function folderMethods({ call }: AstraCollabClient): FolderMethods {
  /** @param parent `undefined`: all folders there are */
  const fetchAll = async (
    parent: string | null | undefined,
    signal: AbortSignal,
  ): Promise<readonly Row[]> => {
    const rows: Row[] = []
    for (let page = 1; ; page += 1) {
      const params = new URLSearchParams({ page: String(page), limit: String(maxPageSize) })
      // The root goes by the word `null`.
      if (parent !== undefined) params.set('parentFolderId', parent ?? 'null')
      const answer = await call({ method: 'GET', url: '/folders', params, signal })
      const shape = readShape(answer, 'answer')
      rows.push(...shape.list('folders').map(readRow))
      if (readShape(shape.value['pagination'], 'pagination').value['hasNext'] !== true) return rows
    }
  }
  /** From the root to the folder. The API tells of a folder its names alone. */
  const pathTo = async (id: string | null, signal: AbortSignal): Promise<readonly FolderStep[]> =>
    id === null ? [] : climb(id, await fetchAll(undefined, signal))
  return {
    async listFolders(parentId, { signal }) {
      const rows = await fetchAll(parentId, signal)
      const path = rows.length === 0 ? [] : await pathTo(parentId, signal)
      return rows.map((row) => folderOf(row, path))
    },
    async createFolder({ name, parentId }, { signal }) {
      const data = { name, ...(parentId !== null && { parentFolderId: parentId }) }
      const answer = await call({ method: 'POST', url: '/folders', data, signal })
      const row = readRow(readShape(answer, 'answer').value['folder'])
      return folderOf(row, await pathTo(parentId, signal))
    },
    deleteFolders: (ids, { signal }) =>
      callForEach(ids, (id) => {
        const params = new URLSearchParams({ force: 'false', recursive: 'false' })
        const url = `/folders/${encodeURIComponent(id)}`
        return call({ method: 'DELETE', url, params, signal })
      }),
  }
}

function climb(id: string, rows: readonly Row[]): readonly FolderStep[] {
  const byId = new Map(rows.map((row) => [row.id, row]))
  const steps: FolderStep[] = []
  for (let row = byId.get(id); row !== undefined; row = byId.get(row.parentId ?? '')) {
    // Whoever moves folders meanwhile could make a ring of them.
    if (steps.some((step) => step.id === row?.id)) break
    steps.unshift({ id: row.id, name: row.name })
  }
  return steps
}

function folderOf({ id, name, parentId }: Row, path: readonly FolderStep[]): FileFolder {
  return { id, name, parentId, path: [...path, { id, name }] }
}

function readRow(value: unknown): Row {
  const shape = readShape(value, 'folder')
  return {
    id: shape.text('id'),
    name: shape.text('name'),
    parentId: shape.textOrNull('parentFolderId'),
  }
}
