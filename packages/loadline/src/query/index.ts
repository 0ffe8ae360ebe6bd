export { effectiveFileQuery, hasFolders, placeOf } from './effective-file-query.js'
export { fileQueryKeys, type FilePageAddress, type FilePageKey } from './file-query-keys.js'
export { foldersQueryOptions, type FoldersQueryOptions } from './folders-query-options.js'
export {
  defaultPageSize,
  filesQueryOptions,
  type FilesQueryOptions,
  type FilesQueryPage,
} from './files-query-options.js'
