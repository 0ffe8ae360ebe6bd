import type { RejectionCode, UploadErrorCode } from '../../core/index.js'
import type { ErrorWords, Messages, RejectionWords, UploadCounts } from './messages.js'

const files = (count: number): string => (count === 1 ? '1 file' : `${String(count)} files`)

const dropped = () => 'The connection kept dropping'

const errors = {
  cancelled: () => 'Cancelled',
  network: dropped,
  timeout: dropped,
  stalled: dropped,
  offline: () => 'Offline',
  unauthenticated: () => 'Sign in to go on',
  forbidden: () => "You're not allowed to add files here",
  'not-found': () => 'This folder no longer exists',
  conflict: () => 'A file with this name is already here',
  validation: () => "The server didn't accept this file",
  'too-large': ({ size, limit }) =>
    limit === null ? `${size}. The limit is lower.` : `${size}. The limit is ${limit}.`,
  'type-not-allowed': () => "Files of this type aren't accepted here.",
  quota: ({ size, limit }) =>
    limit === null
      ? 'Not enough storage'
      : `Not enough storage. ${limit} is free, this file is ${size}`,
  'rate-limited': () => 'Too many uploads at once',
  'ticket-expired': () => 'The upload took too long to start',
  'checksum-mismatch': () => 'The file arrived damaged',
  'file-changed': () => 'The file changed while uploading. Choose it again',
  'file-unreadable': () => "The file can't be read. Was it moved?",
  'storage-cors': () => 'Storage refused this site',
  unconfirmed: () => 'Sent, but not confirmed. Send again?',
  unsupported: () => "This browser can't upload this file",
  server: () => 'The server had a problem',
  unknown: () => "The upload didn't finish",
} satisfies Record<UploadErrorCode, (args: ErrorWords) => string>

const rejections = {
  'type-not-allowed': ({ limit }) =>
    limit === null ? "Files of this type aren't accepted here." : `Accepted here: ${limit}.`,
  'too-large': ({ size, limit }) =>
    limit === null ? `${size} is too large.` : `${size}. The limit is ${limit}.`,
  'too-small': ({ size, limit }) =>
    limit === null ? `${size} is too small.` : `${size}. At least ${limit} is needed.`,
  'too-many': ({ count }) =>
    count === null ? 'Too many files.' : `Only ${files(count)} can be added.`,
  'total-too-large': ({ limit }) =>
    limit === null ? 'Too much at once.' : `All files together may have ${limit}.`,
  quota: ({ size, limit }) =>
    limit === null
      ? 'Not enough storage.'
      : `Not enough storage. ${limit} is free, this file is ${size}.`,
  duplicate: () => 'Already added.',
  'name-invalid': () => "This name can't be used.",
  empty: () => 'This file is empty.',
  unreadable: () => "The file can't be read. Was it moved?",
  custom: () => "This file can't be added.",
} satisfies Record<RejectionCode, (args: RejectionWords) => string>

function uploadsTitle({ active, uploaded, failed, cancelled, total }: UploadCounts): string {
  const settled = uploaded + failed
  if (settled < total) {
    if (total === 1) return 'Uploading 1 file'
    return `Uploading ${String(Math.max(active, 1))} of ${files(total)}`
  }
  if (total === 0) return `${files(cancelled)} cancelled`
  if (failed === 0) return `${files(uploaded)} uploaded`
  if (uploaded === 0) return `${files(failed)} failed`
  return `${String(uploaded)} uploaded, ${String(failed)} failed`
}

const units = { second: 's', minute: 'min', hour: 'h' }

/** English, with dates and times as most of the world writes them: set `locale` for others. */
export const en: Messages = {
  locale: 'en-GB',

  uploadFiles: 'Upload files',
  uploadFile: 'Upload file',
  dismiss: 'Dismiss',
  addAnyway: 'Add anyway',
  filesRejected: ({ count }) =>
    count === 1 ? "1 file wasn't added" : `${String(count)} files weren't added`,
  actionOn: ({ action, name }) => `${action} ${name}`,

  uploads: 'Uploads',
  totalProgress: 'All uploads',
  uploadsTitle,
  uploadsStarted: ({ count }) => `Uploading ${files(count)}`,
  uploadsFailed: ({ count }) => `${files(count)} failed`,
  filesNeedYou: ({ count }) => (count === 1 ? '1 file needs you' : `${files(count)} need you`),
  needYou: ({ count }) => (count === 1 ? '1 needs you' : `${String(count)} need you`),
  filesResume: ({ count }) =>
    count === 1 ? '1 file resumes by itself' : `${files(count)} resume by themselves`,
  filesReady: ({ count }) => `${files(count)} ready to upload`,
  filesUploaded: ({ count }) => `${String(count)} uploaded`,
  filesWaiting: ({ count }) => (count === 1 ? '1 file waits' : `${files(count)} wait`),
  uploadsOffline: 'Offline',
  uploadsLimited: 'Too many uploads at once',
  uploadsFull: 'Not enough storage',
  tryingAgain: ({ time }) => `Trying again in ${time}`,
  review: 'Review',
  pauseAll: 'Pause all',
  resumeAll: 'Resume',
  uploadAll: 'Upload all',
  clear: 'Clear',
  cancel: 'Cancel',
  pause: 'Pause',
  resume: 'Resume',
  tryNow: 'Try now',
  signIn: 'Sign in',
  chooseFile: 'Choose file',
  upload: 'Upload',
  retry: 'Retry',
  confirmAgain: 'Confirm again',
  uploadAgain: 'Upload again',

  queued: 'Queued',
  held: 'Ready to upload',
  preparing: 'Preparing…',
  uploading: ({ percent }) => `Uploading ${percent}`,
  confirming: 'Stored, confirming…',
  processingUpload: 'Uploaded. Processing…',
  processingLate: 'Uploaded. Processing takes longer than usual',
  paused: 'Paused',
  backoff: ({ time }) =>
    time === null ? 'Connection lost. Trying again' : `Connection lost. Trying again in ${time}`,
  limited: ({ time }) =>
    time === null
      ? 'Too many uploads at once. Trying again'
      : `Too many uploads at once. Trying again in ${time}`,
  offline: 'Offline. Resumes by itself',
  otherTab: 'Uploading in another tab',
  waitingForFile: 'Choose the file again to resume',
  waitingForPermission: 'Allow access to the file to resume',
  waitingForSignIn: 'Sign in to resume',
  uploaded: 'Uploaded',
  notConfirmed: 'Stored, but not confirmed',
  cancelled: 'Cancelled',
  sentOf: ({ sent, total }) => `${sent} of ${total}`,
  timeLeft: ({ time }) => `${time} left`,
  duration: ({ value, unit }) => `${value} ${units[unit]}`,

  files: 'Files',
  columnName: 'Name',
  columnStatus: 'Status',
  columnSize: 'Size',
  columnAdded: 'Added',
  columnActions: 'Actions',
  download: 'Download',
  fileReady: 'Ready',
  fileProcessing: 'Processing',
  fileError: "Couldn't process",
  filePending: 'Not uploaded yet',
  fileUnknown: 'Unknown',
  today: ({ time }) => `Today ${time}`,
  yesterday: 'Yesterday',
  loadingFiles: 'Loading files…',
  showMore: 'Show more',
  emptyTitle: 'No files yet',
  emptyText: 'Files that you upload stand here.',
  emptyTextReadOnly: 'Files stand here once there are any.',
  listErrorTitle: "The list didn't load",
  listErrorSafe: 'Your files are safe and uploads go on.',
  listForbiddenTitle: "You can't see these files",
  listForbiddenText: 'Ask whoever manages them for access.',
  tryAgain: 'Try again',

  errors,
  rejections,
  listErrors: (code) => listErrors[code] ?? "The server's answer couldn't be read.",
}

const listErrors: Partial<Record<UploadErrorCode, string>> = {
  network: "The server can't be reached.",
  offline: "You're offline.",
  timeout: 'The server took too long to answer.',
  unauthenticated: 'Your session has ended. Sign in again.',
  'not-found': 'There is no such list.',
  'rate-limited': 'Too many requests at once.',
  server: 'The server had a problem.',
}
