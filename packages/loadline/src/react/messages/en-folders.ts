import type { Counting } from './create-counting.js'
import type { FolderMessages } from './folder-messages.js'

export function folderWords({ plural }: Counting<'one' | 'other'>): FolderMessages {
  const files = (count: number): string => plural(count, { one: '# file', other: '# files' })
  return {
    folders: 'Folders',
    folder: 'Folder',
    newFolder: 'New folder',
    folderName: 'Name of the folder',
    createFolder: 'Create',
    folderNameEmpty: 'A folder needs a name.',
    folderOpened: ({ name, count }) => {
      const place = name === null ? 'All files' : `Folder ${name}`
      return count === null ? place : `${place}, ${files(count)}`
    },
    folderCreated: ({ name }) => `Folder ${name} created`,
    folderDeleted: ({ name }) => `Folder ${name} deleted`,
    deleteFolder: 'Delete folder',
    deleteFolderTitle: ({ name }) => `Delete the folder ${name}?`,
    deleteFolderText: "Only an empty folder can be deleted. This can't be undone.",
    folderNotEmpty: 'It is not empty. Move or delete what is in it first.',
    showFoldersIn: ({ name }) => `Show folders in ${name}`,
    noFoldersInside: 'No folders inside',
    hereNow: 'Here now',
    draggedFiles: ({ count }) => files(count),
    folderErrors: {
      conflict: 'A folder with this name is already here',
      'not-found': 'This folder is no longer there',
    },
  }
}
