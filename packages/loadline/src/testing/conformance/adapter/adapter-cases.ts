import type { AdapterCase } from './adapter-case.js'
import { associationCases } from './association-cases.js'
import { batchCases } from './batch-cases.js'
import { bulkCases } from './bulk-cases.js'
import { categoryCases } from './category-cases.js'
import { changeCases } from './change-cases.js'
import { errorCases } from './error-cases.js'
import { fileCases } from './file-cases.js'
import { filterCases } from './filter-cases.js'
import { folderCases } from './folder-cases.js'
import { listCases } from './list-cases.js'
import { lookupCases } from './lookup-cases.js'
import { partCases } from './part-cases.js'
import { searchCases } from './search-cases.js'
import { sortCases } from './sort-cases.js'
import { uploadCases } from './upload-cases.js'

/** All that an adapter promises, by subject. */
export const adapterCases: Readonly<Record<string, readonly AdapterCase[]>> = {
  uploads: uploadCases,
  batches: batchCases,
  parts: partCases,
  'lookup and abandon': lookupCases,
  'list and paging': listCases,
  sorts: sortCases,
  searches: searchCases,
  filters: filterCases,
  files: fileCases,
  changes: changeCases,
  'many at once': bulkCases,
  folders: folderCases,
  associations: associationCases,
  'categories and limits': categoryCases,
  errors: errorCases,
}
