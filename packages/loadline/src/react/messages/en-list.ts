import type { Counting } from './create-counting.js'
import { fileWords } from './en-file.js'
import { folderWords } from './en-folders.js'
import { viewWords } from './en-view.js'
import type { ListMessages } from './list-messages.js'

export function listWords(counting: Counting<'one' | 'other'>): ListMessages {
  const { number, plural } = counting
  const files = (count: number): string => plural(count, { one: '# file', other: '# files' })
  return {
    select: 'Select',
    selectAllFiles: 'Select all files',
    selection: 'Selection',
    selectedCount: ({ count }) => `${number(count)} selected`,
    allSelected: 'All selected',
    filesSelected: ({ count }) =>
      plural(count, { one: '# file selected', other: '# files selected' }),
    selectAllOf: ({ count }) => `Select all ${number(count)}`,
    clearSelection: 'Clear selection',
    open: 'Open',
    rename: 'Rename',
    copyLink: 'Copy link',
    makePublic: 'Make public',
    makePrivate: 'Make private',
    moveTo: 'Move…',
    changeCategory: 'Category…',
    ...deleteWords(files),
    deletingFiles: ({ done, total }) => `${number(done)} of ${number(total)} deleted`,
    stop: 'Stop',
    filesDeleted: ({ count }) => `${files(count)} deleted`,
    filesChanged: ({ count }) => `${files(count)} changed`,
    partlyDeleted: ({ done, count }) => `${number(done)} deleted, ${number(count)} not`,
    partlyChanged: ({ done, count }) => `${number(done)} changed, ${number(count)} not`,
    partlyText: 'The others are back in the list, unchanged.',
    retryThese: 'Retry these',
    done: 'Done',
    fileRenamed: ({ name }) => `Renamed to ${name}`,
    nameEmpty: 'A file needs a name.',
    nameInvalid: 'A name can\'t contain "/".',
    linkCopied: 'Link copied',
    linkTitle: 'Copy this link',
    linkText: "This browser doesn't let the page copy it for you.",
    noCategory: 'No category',
    allFiles: 'All files',
    ...queryWords(counting),
    ...folderWords(counting),
    ...fileWords(counting),
    ...viewWords,
    fileErrors,
  }
}

function deleteWords(files: (count: number) => string) {
  return {
    delete: 'Delete',
    deleteKey: 'Del',
    deleteTitle: ({ count, name }) => (count === 1 ? `Delete ${name}?` : `Delete ${files(count)}?`),
    deleteAllTitle: 'Delete all files that match?',
    deleteFiles: ({ count }) => {
      if (count === null) return 'Delete all'
      return count === 1 ? 'Delete' : `Delete ${files(count)}`
    },
    deleteText: "This can't be undone. Pages that link to them lose the link.",
  } satisfies Partial<ListMessages>
}

const fileErrors: ListMessages['fileErrors'] = {
  cancelled: 'Stopped before its turn',
  network: "The server can't be reached",
  unauthenticated: 'Your session has ended. Sign in again',
  forbidden: "You're not allowed to do this",
  'not-found': 'It is no longer there',
  conflict: 'A file with this name is already here',
  validation: "The server didn't accept this",
  'rate-limited': 'Too many requests at once',
  server: 'The server had a problem',
  unknown: "The server didn't do it",
}

/** Searching and filtering. */
function queryWords({ number, plural }: Counting<'one' | 'other'>) {
  return {
    searchFiles: 'Search files',
    searchLoaded: 'Search in loaded files',
    matchCount: ({ count }) => plural(count, { one: '# match', other: '# matches' }),
    filterType: 'Type',
    filterCategory: 'Category',
    filterStatus: 'Status',
    filterVisibility: 'Visibility',
    filterAdded: 'Added',
    documents: 'documents',
    publicFiles: 'Public',
    privateFiles: 'Private',
    lastDays: ({ count }) => `Last ${number(count)} days`,
    chooseDates: 'Choose dates…',
    firstDay: 'From',
    lastDay: 'To',
    sinceDay: ({ day }) => `From ${day}`,
    untilDay: ({ day }) => `Until ${day}`,
    apply: 'Apply',
    filters: 'Filters',
    clearSearch: 'Clear search',
    clearFilter: 'Clear filters',
    noMatchTitle: 'Nothing matches',
    noMatchSearch: ({ name }) => `Nothing matches “${name}”`,
    noMatchText: 'Other words or fewer filters find more.',
    listOffline: "You're offline.",
    listAsOf: ({ time }) => `Showing the list as of ${time}.`,
  } satisfies Partial<ListMessages>
}
