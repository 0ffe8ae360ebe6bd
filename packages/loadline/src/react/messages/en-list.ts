import type { Counting } from './create-counting.js'
import type { ListMessages } from './list-messages.js'

export function listWords({ number, plural }: Counting<'one' | 'other'>): ListMessages {
  const files = (count: number): string => plural(count, { one: '# file', other: '# files' })
  return {
    select: 'Select',
    selectAllFiles: 'Select all files',
    selection: 'Selection',
    selectedCount: ({ count }) => `${number(count)} selected`,
    allSelected: 'All selected',
    selectAllOf: ({ count }) => `Select all ${number(count)}`,
    clearSelection: 'Clear selection',
    open: 'Open',
    rename: 'Rename',
    copyLink: 'Copy link',
    makePublic: 'Make public',
    makePrivate: 'Make private',
    moveTo: 'Move…',
    changeCategory: 'Category…',
    delete: 'Delete',
    deleteTitle: ({ count, name }) => (count === 1 ? `Delete ${name}?` : `Delete ${files(count)}?`),
    deleteAllTitle: 'Delete all files that match?',
    deleteText: "This can't be undone. Pages that link to them lose the link.",
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
    fileErrors,
  }
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
