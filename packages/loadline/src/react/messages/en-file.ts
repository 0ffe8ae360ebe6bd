import type { Counting } from './create-counting.js'
import type { FileMessages } from './file-messages.js'

export function fileWords({ number }: Pick<Counting<never>, 'number'>): FileMessages {
  return {
    close: 'Close',
    previousFile: 'Previous file',
    nextFile: 'Next file',
    zoomIn: 'Zoom in',
    zoomOut: 'Zoom out',
    placeOf: ({ count, total }) => `${number(count)} of ${number(total)}`,
    previewLoading: 'Loading…',
    previewSlow: 'Still loading. A download may be quicker.',
    previewProblems: {
      unsupported: "Files of this kind can't be shown here.",
      'too-large': 'This file is too large to be shown here.',
      damaged: "This file can't be shown. It may be damaged.",
      failed: "The file didn't load.",
    },
    textCut: ({ size }) => `Only the first ${size} are shown.`,
    statusReasons: {
      'processing-failed': 'The server had a problem',
      'upload-failed': 'The upload broke off',
      infected: 'A virus was found in it',
      'content-mismatch': 'Not what its type says',
      damaged: 'It is damaged',
    },
    details: 'Details',
    addedBy: 'Added by',
    changed: 'Changed',
    checksum: 'Checksum',
    attachedTo: 'Attached to',
    notAttached: 'Nothing yet',
    detach: 'Detach',
    attachTo: 'Attach to…',
    attach: 'Attach',
    attachText: 'Say what it belongs to, as your application names it.',
    entityName: 'Kind',
    entityReference: 'Reference',
    fieldEmpty: "This can't be empty.",
  }
}
