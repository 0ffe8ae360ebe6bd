import type { Counting } from '../react/messages/create-counting.js'
import type { ListMessages } from '../react/messages/list-messages.js'
import { germanFile } from './de-file.js'
import { germanView } from './de-view.js'
import { germanFolders } from './de-folders.js'

export function germanList(counting: Counting<'one' | 'other'>): ListMessages {
  const { number, plural } = counting
  const files = (count: number): string => plural(count, { one: '# Datei', other: '# Dateien' })
  return {
    select: 'Auswählen',
    selectAllFiles: 'Alle Dateien auswählen',
    selection: 'Auswahl',
    selectedCount: ({ count }) => `${number(count)} ausgewählt`,
    allSelected: 'Alle ausgewählt',
    filesSelected: ({ count }) => `${files(count)} ausgewählt`,
    selectAllOf: ({ count }) => `Alle ${number(count)} auswählen`,
    clearSelection: 'Auswahl aufheben',
    open: 'Öffnen',
    rename: 'Umbenennen',
    copyLink: 'Link kopieren',
    makePublic: 'Öffentlich machen',
    makePrivate: 'Privat machen',
    moveTo: 'Verschieben …',
    changeCategory: 'Kategorie …',
    ...germanDelete(files),
    deletingFiles: ({ done, total }) => `${number(done)} von ${number(total)} gelöscht`,
    stop: 'Anhalten',
    filesDeleted: ({ count }) => `${files(count)} gelöscht`,
    filesChanged: ({ count }) => `${files(count)} geändert`,
    partlyDeleted: ({ done, count }) => `${number(done)} gelöscht, ${number(count)} nicht`,
    partlyChanged: ({ done, count }) => `${number(done)} geändert, ${number(count)} nicht`,
    partlyText: 'Die übrigen stehen unverändert wieder in der Liste.',
    retryThese: 'Diese wiederholen',
    done: 'Fertig',
    fileRenamed: ({ name }) => `Umbenannt in ${name}`,
    nameEmpty: 'Eine Datei braucht einen Namen.',
    nameInvalid: 'Ein Name darf kein „/“ enthalten.',
    linkCopied: 'Link kopiert',
    linkTitle: 'Diesen Link kopieren',
    linkText: 'Dieser Browser erlaubt der Seite nicht, ihn für Sie zu kopieren.',
    noCategory: 'Keine Kategorie',
    allFiles: 'Alle Dateien',
    ...germanQuery(counting),
    ...germanFolders(counting),
    ...germanFile(counting),
    ...germanView,
    fileErrors,
  }
}

function germanDelete(files: (count: number) => string) {
  return {
    delete: 'Löschen',
    deleteKey: 'Entf',
    deleteTitle: ({ count, name }) =>
      count === 1 ? `${name} löschen?` : `${files(count)} löschen?`,
    deleteAllTitle: 'Alle passenden Dateien löschen?',
    deleteFiles: ({ count }) => {
      if (count === null) return 'Alle löschen'
      return count === 1 ? 'Löschen' : `${files(count)} löschen`
    },
    deleteText:
      'Das lässt sich nicht rückgängig machen. Seiten, die auf sie verweisen, verlieren den Link.',
  } satisfies Partial<ListMessages>
}

const fileErrors: ListMessages['fileErrors'] = {
  cancelled: 'Vorher angehalten',
  network: 'Der Server ist nicht erreichbar',
  unauthenticated: 'Ihre Sitzung ist zu Ende. Melden Sie sich neu an',
  forbidden: 'Sie dürfen das nicht',
  'not-found': 'Sie ist nicht mehr da',
  conflict: 'Eine Datei mit diesem Namen ist schon hier',
  validation: 'Der Server hat das nicht angenommen',
  'rate-limited': 'Zu viele Anfragen auf einmal',
  server: 'Auf dem Server gab es ein Problem',
  unknown: 'Der Server hat es nicht getan',
}

/** Searching and filtering. */
function germanQuery({ number }: Counting<'one' | 'other'>) {
  return {
    searchFiles: 'Dateien suchen',
    searchLoaded: 'In geladenen Dateien suchen',
    matchCount: ({ count }) => `${number(count)} Treffer`,
    filterType: 'Art',
    filterCategory: 'Kategorie',
    filterStatus: 'Zustand',
    filterVisibility: 'Sichtbarkeit',
    filterAdded: 'Hinzugefügt',
    documents: 'Dokumente',
    publicFiles: 'Öffentlich',
    privateFiles: 'Privat',
    lastDays: ({ count }) => `Letzte ${number(count)} Tage`,
    chooseDates: 'Zeitraum …',
    firstDay: 'Von',
    lastDay: 'Bis',
    sinceDay: ({ day }) => `Ab ${day}`,
    untilDay: ({ day }) => `Bis ${day}`,
    apply: 'Anwenden',
    filters: 'Filter',
    clearSearch: 'Suche leeren',
    clearFilter: 'Filter aufheben',
    noMatchTitle: 'Nichts gefunden',
    noMatchSearch: ({ name }) => `Nichts passt zu „${name}“`,
    noMatchText: 'Andere Wörter oder weniger Filter finden mehr.',
    listOffline: 'Sie sind offline.',
    listAsOf: ({ time }) => `Stand der Liste: ${time}.`,
  } satisfies Partial<ListMessages>
}
