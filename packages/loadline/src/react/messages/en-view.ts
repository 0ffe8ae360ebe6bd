import type { ViewMessages } from './view-messages.js'

export const viewWords: ViewMessages = {
  view: 'View',
  viewTable: 'Table',
  viewGrid: 'Grid',
  columnAddedBy: 'Added by',
  sortBy: 'Sort',
  sortWords: {
    createdAt: { asc: 'Oldest first', desc: 'Newest first' },
    updatedAt: { asc: 'Longest unchanged first', desc: 'Last changed first' },
    name: { asc: 'Name, A to Z', desc: 'Name, Z to A' },
    size: { asc: 'Smallest first', desc: 'Largest first' },
    contentType: 'By type',
    status: 'By status',
    visibility: 'By visibility',
  },
}
