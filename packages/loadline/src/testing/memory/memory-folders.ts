import { UploadError, type FileFolder } from '../../core/index.js'
import type { Revision } from './memory-calls.js'
import type { MemoryFiles } from './memory-files.js'

/** The folders of a memory backend. Those that its first files stand in exist from the start. */
export class MemoryFolders {
  readonly #folders = new Map<string, FileFolder>()
  readonly #files: MemoryFiles
  readonly #revision: Revision

  constructor(folders: readonly FileFolder[], files: MemoryFiles, revision: Revision) {
    this.#files = files
    this.#revision = revision
    for (const folder of folders) this.#folders.set(folder.id, folder)
    for (const { folderId } of files.all()) {
      if (folderId === null || this.#folders.has(folderId)) continue
      const step = { id: folderId, name: folderId }
      this.#folders.set(folderId, { ...step, parentId: null, path: [step] })
    }
  }

  /** By name. */
  list(parentId: string | null): readonly FileFolder[] {
    this.assertKnown(parentId)
    return [...this.#folders.values()]
      .filter((folder) => folder.parentId === parentId)
      .sort((a, b) => (a.name < b.name ? -1 : 1))
  }

  /** @throws UploadError `not-found` for a parent that is not there, `conflict` for a name that is taken. */
  create(name: string, parentId: string | null): FileFolder {
    if (name.trim() === '') throw new UploadError('validation', { details: { field: 'name' } })
    if (this.list(parentId).some((folder) => folder.name === name)) {
      throw new UploadError('conflict', { details: { reason: 'name-taken' } })
    }
    const id = `folder-${this.#revision.value + 1}`
    const above = parentId === null ? [] : (this.#folders.get(parentId)?.path ?? [])
    const folder = { id, name, parentId, path: [...above, { id, name }] }
    this.#folders.set(id, folder)
    this.#revision.value += 1
    return folder
  }

  /** @throws UploadError `conflict` for a folder that is not empty. */
  delete(id: string): void {
    this.assertKnown(id)
    const isUsed =
      this.list(id).length > 0 || this.#files.all().some(({ folderId }) => folderId === id)
    if (isUsed) throw new UploadError('conflict', { details: { reason: 'not-empty' } })
    this.#folders.delete(id)
    this.#revision.value += 1
  }

  /** @throws UploadError `not-found` */
  assertKnown(id: string | null): void {
    if (id !== null && !this.#folders.has(id)) throw new UploadError('not-found')
  }
}
