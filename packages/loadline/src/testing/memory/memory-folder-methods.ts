import type { FileAssociation, OptionalMethods } from '../../core/index.js'
import type { MemoryParts } from './memory-parts.js'

type FolderMethods = Pick<
  OptionalMethods,
  | 'createAssociations'
  | 'deleteAssociations'
  | 'listCategories'
  | 'listFolders'
  | 'createFolder'
  | 'deleteFolders'
  | 'getLimits'
>

/** Folders, associations, categories, limits. */
export function memoryFolderMethods({ calls, files, folders, limits }: MemoryParts): FolderMethods {
  const note = {}
  const step = null
  return {
    async createAssociations(ids, association, { signal }) {
      const associations: FileAssociation[] = []
      const result = await calls.bulk('createAssociations', signal, ids, (id) => {
        associations.push(files.associate(id, association))
      })
      return { ...result, associations }
    },
    deleteAssociations: (ids, { signal }) =>
      calls.bulk('deleteAssociations', signal, ids, (id) => files.dissociate(id)),
    listCategories: ({ signal }) =>
      calls.one({ call: 'listCategories', step }, signal, { note, run: () => files.categories() }),
    listFolders: (parentId, { signal }) =>
      calls.one({ call: 'listFolders', step }, signal, { note, run: () => folders.list(parentId) }),
    createFolder: ({ name, parentId }, { signal }) =>
      calls.one({ call: 'createFolder', step }, signal, {
        note,
        run: () => folders.create(name, parentId),
      }),
    deleteFolders: (ids, { signal }) =>
      calls.bulk('deleteFolders', signal, ids, (id) => folders.delete(id)),
    getLimits: ({ signal }) =>
      calls.one({ call: 'getLimits', step }, signal, {
        note,
        run: () => ({
          maxFileSize: null,
          maxFiles: null,
          usedFiles: files.all().length,
          quotaSize: null,
          usedSize: files.all().reduce((total, { size }) => total + (size ?? 0), 0),
          ...limits,
        }),
      }),
  }
}
