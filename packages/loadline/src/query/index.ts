export { effectiveFileQuery } from './effective-file-query.js'
export { fileQueryKeys, type FilePageAddress, type FilePageKey } from './file-query-keys.js'
export {
  defaultPageSize,
  filesQueryOptions,
  type FilesQueryOptions,
  type FilesQueryPage,
} from './files-query-options.js'
