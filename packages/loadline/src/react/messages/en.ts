import type { RejectionCode, UploadErrorCode } from '../../core/index.js'
import { createCounting } from './create-counting.js'
import { listWords } from './en-list.js'
import type { ErrorWords, Messages, RejectionWords, UploadCounts } from './messages.js'

const locale = 'en-GB'

const counting = createCounting<'one' | 'other'>(locale)
const { number, plural } = counting

const files = (count: number): string => plural(count, { one: '# file', other: '# files' })

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
    if (total === 1) return `Uploading ${files(1)}`
    return `Uploading ${number(Math.max(active, 1))} of ${files(total)}`
  }
  if (total === 0) return `${files(cancelled)} cancelled`
  if (failed === 0) return `${files(uploaded)} uploaded`
  if (uploaded === 0) return `${files(failed)} failed`
  return `${number(uploaded)} uploaded, ${number(failed)} failed`
}

const units = { second: 's', minute: 'min', hour: 'h' }

/** English, with dates and times as most of the world writes them: set `locale` for others. */
export const en: Messages = {
  locale,

  uploadFiles: 'Upload files',
  uploadFile: 'Upload file',
  dismiss: 'Dismiss',
  addAnyway: 'Add anyway',
  filesRejected: ({ count, total }) =>
    total > count
      ? `${number(count)} of ${files(total)} ${count === 1 ? "wasn't" : "weren't"} added`
      : plural(count, { one: "# file wasn't added", other: "# files weren't added" }),
  hide: 'Hide',
  actionOn: ({ action, name }) => `${action} ${name}`,

  dropFiles: ({ browse, isOne, canPaste }) =>
    `${isOne ? 'Drop a file' : 'Drop files'} here, ${canPaste ? 'paste, ' : ''}or ${browse}`,
  browse: 'browse',
  dropToUpload: ({ count }) =>
    count === null ? 'Drop to upload' : `Drop to upload ${files(count)}`,
  dropDestination: ({ name }) => `To ${name}`,
  cannotDrop: ({ count }) =>
    count === 1 ? "This file can't be added" : "These files can't be added",
  uploadsOff: 'Uploads are off',
  sizeRule: ({ size, isOne }) => (isOne ? `up to ${size}` : `up to ${size} each`),
  countRule: ({ count }) => `up to ${files(count)}`,
  typeWords: { image: 'images', video: 'video', audio: 'audio', text: 'text files' },
  more: ({ count }) => `${number(count)} more`,
  fieldUploads: ({ done, total }) => `${number(done)} of ${number(total)} uploaded`,
  fileRequired: ({ isOne }) => (isOne ? 'Add a file' : 'Add at least one file'),
  waitForUploads: 'Wait until the files are uploaded',
  fieldFiles: 'Files of this field',
  remove: 'Remove',

  uploads: 'Uploads',
  totalProgress: 'All uploads',
  uploadsTitle,
  uploadsStarted: ({ count }) => `Uploading ${files(count)}`,
  uploadsFailed: ({ count }) => `${files(count)} failed`,
  filesNeedYou: ({ count }) =>
    plural(count, { one: '# file needs you', other: '# files need you' }),
  needYou: ({ count }) => plural(count, { one: '# needs you', other: '# need you' }),
  filesResume: ({ count }) =>
    plural(count, { one: '# file resumes by itself', other: '# files resume by themselves' }),
  filesReady: ({ count }) => `${files(count)} ready to upload`,
  filesUploaded: ({ count }) => `${number(count)} uploaded`,
  filesWaiting: ({ count }) => plural(count, { one: '# file waits', other: '# files wait' }),
  uploadsOffline: 'Offline',
  uploadsLimited: 'Too many uploads at once',
  uploadsFull: 'Not enough storage',
  review: 'Review',
  pauseAll: 'Pause all',
  resumeAll: 'Resume',
  uploadAll: 'Upload all',
  retryFailed: 'Retry failed',
  clear: 'Clear',
  cancelAll: 'Cancel all',
  cancelAllTitle: ({ count }) => `Cancel ${files(count)}?`,
  cancelAllText: 'What was sent of them is lost. Files that are uploaded stay.',
  keepUploading: 'Keep uploading',
  moreActions: 'More actions',
  showUploads: 'Show all uploads',
  smallFiles: ({ count }) => plural(count, { one: '# small file', other: '# small files' }),
  show: 'Show',
  cancel: 'Cancel',
  pause: 'Pause',
  resume: 'Resume',
  tryNow: 'Try now',
  signIn: 'Sign in',
  chooseFile: 'Choose file',
  allow: 'Allow',
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
  backoff: ({ time }) => (time === null ? 'Trying again' : `Trying again in ${time}`),
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
  duration: ({ count, unit }) => `${number(count)} ${units[unit]}`,

  ...listWords(counting),
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
  unsupported: "The server can't list files like this.",
  server: 'The server had a problem.',
}
