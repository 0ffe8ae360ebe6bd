import type { Counting } from '../react/messages/create-counting.js'
import type { FileMessages } from '../react/messages/file-messages.js'

export function germanFile({ number }: Pick<Counting<never>, 'number'>): FileMessages {
  return {
    close: 'Schließen',
    previousFile: 'Vorige Datei',
    nextFile: 'Nächste Datei',
    zoomIn: 'Vergrößern',
    zoomOut: 'Verkleinern',
    placeOf: ({ count, total }) => `${number(count)} von ${number(total)}`,
    previewLoading: 'Wird geladen …',
    previewSlow: 'Wird noch geladen. Herunterladen geht vielleicht schneller.',
    previewProblems: {
      unsupported: 'Dateien dieser Art lassen sich hier nicht anzeigen.',
      'too-large': 'Diese Datei ist zu groß, um hier angezeigt zu werden.',
      damaged: 'Diese Datei lässt sich nicht anzeigen. Vielleicht ist sie beschädigt.',
      failed: 'Die Datei wurde nicht geladen.',
    },
    textCut: ({ size }) => `Nur die ersten ${size} werden angezeigt.`,
    statusReasons: {
      'processing-failed': 'Auf dem Server gab es ein Problem',
      'upload-failed': 'Das Hochladen brach ab',
      infected: 'Enthält einen Virus',
      'content-mismatch': 'Inhalt passt nicht zur Art',
      damaged: 'Sie ist beschädigt',
    },
    details: 'Details',
    addedBy: 'Hinzugefügt von',
    changed: 'Geändert',
    checksum: 'Prüfsumme',
    attachedTo: 'Gehört zu',
    notAttached: 'Noch nichts',
    detach: 'Lösen',
    attachTo: 'Zuordnen …',
    attach: 'Zuordnen',
    attachText: 'Wozu gehört sie? Verwenden Sie die Bezeichnungen Ihrer Anwendung.',
    entityName: 'Art',
    entityReference: 'Kennung',
    fieldEmpty: 'Hier fehlt etwas.',
  }
}
