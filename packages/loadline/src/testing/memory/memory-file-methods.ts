import {
  UploadError,
  type OptionalMethods,
  type ReadFileOptions,
  type StoredFile,
} from '../../core/index.js'
import type { MemoryParts } from './memory-parts.js'
import { pageOf } from './memory-query.js'

type ReadMethods = Pick<OptionalMethods, 'listFiles' | 'getFile' | 'getFiles' | 'readFile'>
type ChangeMethods = Pick<
  OptionalMethods,
  'renameFile' | 'setVisibility' | 'deleteFiles' | 'moveFiles' | 'setCategory'
>

/** Browsing. */
export function memoryReadMethods({ calls, files }: MemoryParts): ReadMethods {
  const list = { step: 'list' } as const
  const getAct = (id: string) => ({ note: { fileId: id }, run: () => files.get(id) })
  return {
    listFiles: (query, { signal }) =>
      calls.one({ ...list, call: 'listFiles' }, signal, {
        note: {},
        run: () => pageOf(files.all(), query),
      }),
    getFile: (id, { signal }) => calls.one({ ...list, call: 'getFile' }, signal, getAct(id)),
    getFiles: (ids, { signal }) =>
      calls.batch({ ...list, call: 'getFiles' }, signal, ids.map(getAct)),
    readFile: (file, options, { signal }) =>
      calls.one({ call: 'readFile', step: null }, signal, {
        note: { fileId: file.id },
        run: () => sliceOf(files.get(file.id), files.body(file.id), options),
      }),
  }
}

/** Managing files. */
export function memoryChangeMethods(parts: MemoryParts): ChangeMethods {
  const { calls, files, folders, uploads } = parts
  return {
    renameFile: (id, name, { signal }) =>
      calls.one({ call: 'renameFile', step: null }, signal, {
        note: { fileId: id },
        run: () => {
          if (name.trim() === '')
            throw new UploadError('validation', { details: { field: 'name' } })
          return files.change(id, { name })
        },
      }),
    setVisibility: (id, visibility, { signal }) =>
      calls.one({ call: 'setVisibility', step: null }, signal, {
        note: { fileId: id },
        run: () => files.change(id, { visibility }),
      }),
    deleteFiles: (ids, { signal }) =>
      calls.bulk('deleteFiles', signal, ids, (id) => {
        files.delete(id)
        uploads.end(id)
      }),
    moveFiles: (ids, folderId, { signal }) =>
      calls.bulk('moveFiles', signal, ids, (id) => {
        folders.assertKnown(folderId)
        files.change(id, { folderId })
      }),
    setCategory: (ids, key, { signal }) =>
      calls.bulk('setCategory', signal, ids, (id) => {
        files.change(id, { category: files.category(key) })
      }),
  }
}

function sliceOf(
  { contentType }: StoredFile,
  body: Blob | undefined,
  { variant, range }: ReadFileOptions,
): Blob {
  const isShown = variant === 'original' || contentType.startsWith('image/')
  if (body === undefined || !isShown) throw new UploadError('not-found')
  const end = range?.end ?? body.size - 1
  const start = range?.start ?? 0
  if (range !== undefined && (start < 0 || start >= body.size || end < start)) {
    throw new UploadError('validation', { status: 416 })
  }
  return body.slice(start, end + 1, contentType)
}
