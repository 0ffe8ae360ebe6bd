import type { AdapterCase } from './adapter-case.js'
import { batchCases } from './batch-cases.js'
import { errorCases } from './error-cases.js'
import { fileCases } from './file-cases.js'
import { filterCases } from './filter-cases.js'
import { folderCases } from './folder-cases.js'
import { listCases } from './list-cases.js'
import { lookupCases } from './lookup-cases.js'
import { partCases } from './part-cases.js'
import { uploadCases } from './upload-cases.js'

/** All that an adapter promises, by subject. */
export const adapterCases: Readonly<Record<string, readonly AdapterCase[]>> = {
  uploads: uploadCases,
  batches: batchCases,
  parts: partCases,
  'lookup and abandon': lookupCases,
  'list and paging': listCases,
  filters: filterCases,
  files: fileCases,
  'folders and associations': folderCases,
  errors: errorCases,
}
