import { createCounting } from '../react/messages/create-counting.js'
import type { Messages, UploadCounts } from '../react/messages/messages.js'
import { germanList } from './de-list.js'

const locale = 'de'

const counting = createCounting<'one' | 'other'>(locale)
const { number, plural, time: duration } = counting

const files = (count: number): string => plural(count, { one: '# Datei', other: '# Dateien' })

const dropped = () => 'Die Verbindung ist mehrmals abgebrochen'

const tooFull = ({ size, limit }: { readonly size: string; readonly limit: string | null }) =>
  limit === null
    ? 'Nicht genug Speicherplatz'
    : `Nicht genug Speicherplatz. ${limit} sind frei, diese Datei hat ${size}`

const errors: Messages['errors'] = {
  cancelled: () => 'Abgebrochen',
  network: dropped,
  timeout: dropped,
  stalled: dropped,
  offline: () => 'Offline',
  unauthenticated: () => 'Melden Sie sich an, um fortzufahren',
  forbidden: () => 'Sie dürfen hier keine Dateien hinzufügen',
  'not-found': () => 'Diesen Ordner gibt es nicht mehr',
  conflict: () => 'Eine Datei mit diesem Namen ist schon hier',
  validation: () => 'Der Server hat diese Datei nicht angenommen',
  'too-large': ({ size, limit }) =>
    limit === null ? `${size}. Erlaubt ist weniger.` : `${size}. Erlaubt sind höchstens ${limit}.`,
  'type-not-allowed': () => 'Dateien dieser Art werden hier nicht angenommen.',
  quota: tooFull,
  'rate-limited': () => 'Zu viele Uploads auf einmal',
  'ticket-expired': () => 'Es hat zu lange gedauert, bis der Upload begann',
  'checksum-mismatch': () => 'Die Datei ist beschädigt angekommen',
  'file-changed': () =>
    'Die Datei hat sich während des Uploads geändert. Wählen Sie sie noch einmal aus',
  'file-unreadable': () => 'Die Datei ist nicht lesbar. Wurde sie verschoben?',
  'storage-cors': () => 'Der Speicher hat diese Website abgewiesen',
  unconfirmed: () => 'Gesendet, aber nicht bestätigt. Noch einmal senden?',
  unsupported: () => 'Dieser Browser kann diese Datei nicht hochladen',
  server: () => 'Auf dem Server gab es ein Problem',
  unknown: () => 'Der Upload wurde nicht fertig',
}

const rejections: Messages['rejections'] = {
  'type-not-allowed': ({ limit }) =>
    limit === null ? 'Dateien dieser Art werden hier nicht angenommen.' : `Hier möglich: ${limit}.`,
  'too-large': ({ size, limit }) =>
    limit === null ? `${size} sind zu viel.` : `${size}. Erlaubt sind höchstens ${limit}.`,
  'too-small': ({ size, limit }) =>
    limit === null ? `${size} sind zu wenig.` : `${size}. Nötig sind mindestens ${limit}.`,
  'too-many': ({ count }) =>
    count === null
      ? 'Zu viele Dateien.'
      : plural(count, {
          one: 'Nur # Datei kann hinzugefügt werden.',
          other: 'Nur # Dateien können hinzugefügt werden.',
        }),
  'total-too-large': ({ limit }) =>
    limit === null ? 'Zu viel auf einmal.' : `Zusammen dürfen alle Dateien ${limit} haben.`,
  quota: (words) => `${tooFull(words)}.`,
  duplicate: () => 'Schon hinzugefügt.',
  'name-invalid': () => 'Dieser Name ist nicht möglich.',
  empty: () => 'Diese Datei ist leer.',
  unreadable: () => 'Die Datei ist nicht lesbar. Wurde sie verschoben?',
  custom: () => 'Diese Datei kann nicht hinzugefügt werden.',
}

function uploadsTitle({ active, uploaded, failed, cancelled, total }: UploadCounts): string {
  if (uploaded + failed < total) {
    return total === 1
      ? `${files(1)} wird hochgeladen`
      : `${number(Math.max(active, 1))} von ${files(total)} wird hochgeladen`
  }
  if (total === 0) return `${files(cancelled)} abgebrochen`
  if (failed === 0) return `${files(uploaded)} hochgeladen`
  if (uploaded === 0) return `${files(failed)} fehlgeschlagen`
  return `${number(uploaded)} hochgeladen, ${number(failed)} fehlgeschlagen`
}

const listErrors: Partial<Record<string, string>> = {
  network: 'Der Server ist nicht erreichbar.',
  offline: 'Sie sind offline.',
  timeout: 'Der Server hat zu lange nicht geantwortet.',
  unauthenticated: 'Ihre Sitzung ist zu Ende. Melden Sie sich neu an.',
  'not-found': 'Diese Liste gibt es nicht.',
  'rate-limited': 'Zu viele Anfragen auf einmal.',
  unsupported: 'So kann der Server keine Dateien auflisten.',
  server: 'Auf dem Server gab es ein Problem.',
}

/** German. */
export const de: Messages = {
  locale,

  uploadFiles: 'Dateien hochladen',
  uploadFile: 'Datei hochladen',
  dismiss: 'Schließen',
  addAnyway: 'Trotzdem hinzufügen',
  filesRejected: ({ count, total }) =>
    total > count
      ? `${number(count)} von ${files(total)} nicht hinzugefügt`
      : `${files(count)} nicht hinzugefügt`,
  hide: 'Ausblenden',
  actionOn: ({ action, name }) => `${action}: ${name}`,

  dropFiles: ({ browse, isOne, canPaste }) =>
    `${isOne ? 'Datei' : 'Dateien'} hier ablegen${canPaste ? ', einfügen' : ''} oder ${browse}`,
  browse: 'auswählen',
  dropToUpload: ({ count }) =>
    count === null ? 'Zum Hochladen ablegen' : `Ablegen, um ${files(count)} hochzuladen`,
  dropDestination: ({ name }) => `Ziel: ${name}`,
  cannotDrop: ({ count }) =>
    plural(count, {
      one: 'Diese Datei kann nicht hinzugefügt werden',
      other: 'Diese Dateien können nicht hinzugefügt werden',
    }),
  uploadsOff: 'Hochladen ist ausgeschaltet',
  sizeRule: ({ size, isOne }) => (isOne ? `bis ${size}` : `je bis ${size}`),
  countRule: ({ count }) => `bis zu ${files(count)}`,
  typeWords: { image: 'Bilder', video: 'Videos', audio: 'Audio', text: 'Textdateien' },
  more: ({ count }) => `${number(count)} weitere`,
  fieldUploads: ({ done, total }) => `${number(done)} von ${number(total)} hochgeladen`,
  fileRequired: ({ isOne }) =>
    isOne ? 'Fügen Sie eine Datei hinzu' : 'Fügen Sie mindestens eine Datei hinzu',
  waitForUploads: 'Warten Sie, bis die Dateien hochgeladen sind',
  fieldFiles: 'Dateien dieses Feldes',
  remove: 'Entfernen',

  uploads: 'Uploads',
  totalProgress: 'Alle Uploads',
  uploadsTitle,
  uploadsStarted: ({ count }) =>
    plural(count, { one: '# Datei wird hochgeladen', other: '# Dateien werden hochgeladen' }),
  uploadsFailed: ({ count }) => `${files(count)} fehlgeschlagen`,
  filesNeedYou: ({ count }) =>
    plural(count, { one: '# Datei braucht Sie', other: '# Dateien brauchen Sie' }),
  needYou: ({ count }) => plural(count, { one: '# braucht Sie', other: '# brauchen Sie' }),
  filesResume: ({ count }) =>
    plural(count, {
      one: '# Datei geht von selbst weiter',
      other: '# Dateien gehen von selbst weiter',
    }),
  filesReady: ({ count }) => `${files(count)} bereit zum Hochladen`,
  filesUploaded: ({ count }) => `${number(count)} hochgeladen`,
  filesWaiting: ({ count }) => plural(count, { one: '# Datei wartet', other: '# Dateien warten' }),
  uploadsOffline: 'Offline',
  uploadsLimited: 'Zu viele Uploads auf einmal',
  uploadsFull: 'Nicht genug Speicherplatz',
  review: 'Ansehen',
  pauseAll: 'Alle anhalten',
  resumeAll: 'Fortsetzen',
  uploadAll: 'Alle hochladen',
  retryFailed: 'Fehlgeschlagene wiederholen',
  clear: 'Leeren',
  cancelAll: 'Alle abbrechen',
  cancelAllTitle: ({ count }) => `${files(count)} abbrechen?`,
  cancelAllText: 'Was davon schon gesendet wurde, geht verloren. Hochgeladene Dateien bleiben.',
  keepUploading: 'Weiter hochladen',
  moreActions: 'Weitere Aktionen',
  showUploads: 'Alle Uploads anzeigen',
  smallFiles: ({ count }) => plural(count, { one: '# kleine Datei', other: '# kleine Dateien' }),
  show: 'Anzeigen',
  cancel: 'Abbrechen',
  pause: 'Anhalten',
  resume: 'Fortsetzen',
  tryNow: 'Jetzt versuchen',
  signIn: 'Anmelden',
  chooseFile: 'Datei auswählen',
  allow: 'Erlauben',
  upload: 'Hochladen',
  retry: 'Wiederholen',
  confirmAgain: 'Erneut bestätigen',
  uploadAgain: 'Erneut hochladen',

  queued: 'In der Warteschlange',
  held: 'Bereit zum Hochladen',
  preparing: 'Wird vorbereitet …',
  uploading: ({ percent }) => `${percent} hochgeladen`,
  confirming: 'Gespeichert, wird bestätigt …',
  processingUpload: 'Hochgeladen. Wird verarbeitet …',
  processingLate: 'Hochgeladen. Die Verarbeitung dauert länger als sonst',
  paused: 'Angehalten',
  backoff: ({ time }) => (time === null ? 'Neuer Versuch' : `Neuer Versuch in ${time}`),
  limited: ({ time }) =>
    time === null
      ? 'Zu viele Uploads auf einmal. Neuer Versuch'
      : `Zu viele Uploads auf einmal. Neuer Versuch in ${time}`,
  offline: 'Offline. Geht von selbst weiter',
  otherTab: 'Wird in einem anderen Tab hochgeladen',
  waitingForFile: 'Wählen Sie die Datei noch einmal aus, um fortzufahren',
  waitingForPermission: 'Erlauben Sie den Zugriff auf die Datei, um fortzufahren',
  waitingForSignIn: 'Melden Sie sich an, um fortzufahren',
  uploaded: 'Hochgeladen',
  notConfirmed: 'Gespeichert, aber nicht bestätigt',
  cancelled: 'Abgebrochen',
  sentOf: ({ sent, total }) => `${sent} von ${total}`,
  timeLeft: ({ time }) => `noch ${time}`,
  duration: ({ count, unit }) => duration(count, unit),

  ...germanList(counting),
  files: 'Dateien',
  columnName: 'Name',
  columnStatus: 'Status',
  columnSize: 'Größe',
  columnAdded: 'Hinzugefügt',
  columnActions: 'Aktionen',
  download: 'Herunterladen',
  fileReady: 'Bereit',
  fileProcessing: 'In Verarbeitung',
  fileError: 'Nicht verarbeitet',
  filePending: 'Noch nicht hochgeladen',
  fileUnknown: 'Unbekannt',
  today: ({ time }) => `Heute ${time}`,
  yesterday: 'Gestern',
  loadingFiles: 'Dateien werden geladen …',
  showMore: 'Mehr anzeigen',
  emptyTitle: 'Noch keine Dateien',
  emptyText: 'Dateien, die Sie hochladen, stehen hier.',
  emptyTextReadOnly: 'Dateien stehen hier, sobald es welche gibt.',
  listErrorTitle: 'Die Liste wurde nicht geladen',
  listErrorSafe: 'Ihre Dateien sind sicher, und Uploads laufen weiter.',
  listForbiddenTitle: 'Sie können diese Dateien nicht sehen',
  listForbiddenText: 'Fragen Sie die Verantwortlichen nach Zugriff.',
  tryAgain: 'Noch einmal versuchen',

  errors,
  rejections,
  listErrors: (code) => listErrors[code] ?? 'Die Antwort des Servers war nicht lesbar.',
}
