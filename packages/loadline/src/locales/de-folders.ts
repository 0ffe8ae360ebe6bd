import type { Counting } from '../react/messages/create-counting.js'
import type { FolderMessages } from '../react/messages/folder-messages.js'

export function germanFolders({ plural }: Counting<'one' | 'other'>): FolderMessages {
  const files = (count: number): string => plural(count, { one: '# Datei', other: '# Dateien' })
  return {
    folders: 'Ordner',
    folder: 'Ordner',
    newFolder: 'Neuer Ordner',
    folderName: 'Name des Ordners',
    createFolder: 'Anlegen',
    folderNameEmpty: 'Ein Ordner braucht einen Namen.',
    folderOpened: ({ name, count }) => {
      const place = name === null ? 'Alle Dateien' : `Ordner ${name}`
      return count === null ? place : `${place}, ${files(count)}`
    },
    folderCreated: ({ name }) => `Ordner ${name} angelegt`,
    folderDeleted: ({ name }) => `Ordner ${name} gelöscht`,
    deleteFolder: 'Ordner löschen',
    deleteFolderTitle: ({ name }) => `Den Ordner ${name} löschen?`,
    deleteFolderText:
      'Nur ein leerer Ordner lässt sich löschen. Das lässt sich nicht rückgängig machen.',
    folderNotEmpty: 'Er ist nicht leer. Verschieben oder löschen Sie zuerst, was darin liegt.',
    showFoldersIn: ({ name }) => `Ordner in ${name} zeigen`,
    noFoldersInside: 'Keine Ordner darin',
    hereNow: 'Jetzt hier',
    draggedFiles: ({ count }) => files(count),
    folderErrors: {
      conflict: 'Ein Ordner mit diesem Namen ist schon hier',
      'not-found': 'Diesen Ordner gibt es nicht mehr',
    },
  }
}
