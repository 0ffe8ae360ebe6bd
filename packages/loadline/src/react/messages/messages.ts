import type { RejectionCode, UploadErrorCode } from '../../core/index.js'
import type { TimeUnit } from './create-counting.js'
import type { ListMessages } from './list-messages.js'

export interface ErrorWords {
  /** The file's size, formatted. */
  readonly size: string
  /** The rule that was broken, formatted; `null` where nobody named it. */
  readonly limit: string | null
}

export interface RejectionWords extends ErrorWords {
  /** For a limit that counts: what plurals go by. */
  readonly count: number | null
}

export interface DropWords {
  readonly browse: string
  /** One file and no more. */
  readonly isOne: boolean
  /** Files can be pasted anywhere on the page. */
  readonly canPaste: boolean
}

export interface UploadCounts {
  /** Being signed, sent or confirmed now. */
  readonly active: number
  readonly uploaded: number
  readonly failed: number
  readonly cancelled: number
  /** Of the rest: they wait for their file, a permission or a sign-in. */
  readonly needYou: number
  /** Without the cancelled ones. */
  readonly total: number
}

/**
 * Every word that people read, in one language. Functions get numbers only to choose a plural,
 * and write them themselves; sizes, times and dates come formatted in `locale`.
 */
export interface Messages extends ListMessages {
  /** BCP 47: how sizes, times and dates are written. */
  readonly locale: string

  readonly uploadFiles: string
  readonly uploadFile: string
  readonly dismiss: string
  readonly addAnyway: string
  /** `total`: of how many that were chosen together. */
  readonly filesRejected: (args: { readonly count: number; readonly total: number }) => string
  /** Of a rejection: takes it off the list. */
  readonly hide: string
  /** The name of a control that stands beside a file, e.g. "Cancel plan.pdf". */
  readonly actionOn: (args: { readonly action: string; readonly name: string }) => string

  /** What a drop area asks for; `browse` stands in it and is underlined. */
  readonly dropFiles: (args: DropWords) => string
  readonly browse: string
  /** While files are dragged over it. `null`: the browser does not say how many. */
  readonly dropToUpload: (args: { readonly count: number | null }) => string
  readonly dropDestination: (args: { readonly name: string }) => string
  readonly cannotDrop: (args: { readonly count: number }) => string
  readonly uploadsOff: string
  /** Rules, before a file is chosen: "up to 5 GB each". */
  readonly sizeRule: (args: { readonly size: string; readonly isOne: boolean }) => string
  readonly countRule: (args: { readonly count: number }) => string
  readonly typeWords: Readonly<Record<'image' | 'video' | 'audio' | 'text', string>>
  /** At the end of a list that is cut. */
  readonly more: (args: { readonly count: number }) => string
  readonly fieldUploads: (args: { readonly done: number; readonly total: number }) => string
  readonly fileRequired: (args: { readonly isOne: boolean }) => string
  readonly waitForUploads: string
  readonly fieldFiles: string
  readonly remove: string

  readonly uploads: string
  readonly totalProgress: string
  readonly uploadsTitle: (counts: UploadCounts) => string
  readonly uploadsStarted: (args: { readonly count: number }) => string
  readonly uploadsFailed: (args: { readonly count: number }) => string
  readonly filesNeedYou: (args: { readonly count: number }) => string
  /** The same beside a title. */
  readonly needYou: (args: { readonly count: number }) => string
  readonly filesResume: (args: { readonly count: number }) => string
  readonly filesReady: (args: { readonly count: number }) => string
  readonly filesUploaded: (args: { readonly count: number }) => string
  readonly filesWaiting: (args: { readonly count: number }) => string
  readonly uploadsOffline: string
  readonly uploadsLimited: string
  readonly uploadsFull: string
  readonly review: string
  readonly pauseAll: string
  readonly resumeAll: string
  readonly uploadAll: string
  readonly retryFailed: string
  readonly clear: string
  readonly cancelAll: string
  readonly cancelAllTitle: (args: { readonly count: number }) => string
  /** Before all is cancelled: what is lost, and what is safe. */
  readonly cancelAllText: string
  readonly keepUploading: string
  readonly moreActions: string
  readonly showUploads: string
  /** One row that stands for many. */
  readonly smallFiles: (args: { readonly count: number }) => string
  /** Of what that row stands for. */
  readonly show: string
  readonly cancel: string
  readonly pause: string
  readonly resume: string
  readonly tryNow: string
  readonly signIn: string
  readonly chooseFile: string
  /** That the browser reads the file again. */
  readonly allow: string
  /** Of a file that is held. */
  readonly upload: string
  readonly retry: string
  readonly confirmAgain: string
  readonly uploadAgain: string

  readonly queued: string
  readonly held: string
  readonly preparing: string
  readonly uploading: (args: { readonly percent: string }) => string
  readonly confirming: string
  readonly processingUpload: string
  readonly processingLate: string
  readonly paused: string
  /** Whatever kept the upload: the connection, or the server. */
  readonly backoff: (args: { readonly time: string | null }) => string
  /** Waiting for the server to take more. */
  readonly limited: (args: { readonly time: string | null }) => string
  readonly offline: string
  readonly otherTab: string
  readonly waitingForFile: string
  readonly waitingForPermission: string
  readonly waitingForSignIn: string
  readonly uploaded: string
  readonly notConfirmed: string
  readonly cancelled: string
  /** Numbers with their units: "1.19 of 1.92 GB". */
  readonly sentOf: (args: { readonly sent: string; readonly total: string }) => string
  readonly timeLeft: (args: { readonly time: string }) => string
  readonly duration: (args: { readonly count: number; readonly unit: TimeUnit }) => string

  readonly files: string
  readonly columnName: string
  readonly columnStatus: string
  readonly columnSize: string
  readonly columnAdded: string
  readonly columnActions: string
  readonly download: string
  readonly fileReady: string
  readonly fileProcessing: string
  readonly fileError: string
  readonly filePending: string
  readonly fileUnknown: string
  readonly today: (args: { readonly time: string }) => string
  readonly yesterday: string
  readonly loadingFiles: string
  readonly showMore: string
  readonly emptyTitle: string
  readonly emptyText: string
  readonly emptyTextReadOnly: string
  readonly listErrorTitle: string
  /** After what happened: what is safe. */
  readonly listErrorSafe: string
  readonly listForbiddenTitle: string
  readonly listForbiddenText: string
  readonly tryAgain: string

  /** Why an upload failed. */
  readonly errors: Readonly<Record<UploadErrorCode, (args: ErrorWords) => string>>
  /** Why a file was not taken. */
  readonly rejections: Readonly<Record<RejectionCode, (args: RejectionWords) => string>>
  /** Why a list did not load. */
  readonly listErrors: (code: UploadErrorCode) => string
}

type Loosen<T> = { readonly [K in keyof T]?: T[K] | undefined }

/** Words to put in place of the English ones; the rest stays. */
export interface MessagesInput extends Loosen<Omit<Messages, 'errors' | 'rejections'>> {
  readonly errors?: Loosen<Messages['errors']> | undefined
  readonly rejections?: Loosen<Messages['rejections']> | undefined
}

/** A component's own words: the locale is the provider's. */
export type ComponentMessages = Omit<MessagesInput, 'locale'>

export function mergeMessages(base: Messages, input: MessagesInput | undefined): Messages {
  if (input === undefined) return base
  return {
    ...base,
    ...given(input),
    errors: { ...base.errors, ...given(input.errors ?? {}) },
    rejections: { ...base.rejections, ...given(input.rejections ?? {}) },
  }
}

function given<T extends object>(input: Loosen<T>): Partial<T> {
  // An explicit `undefined` means "as before", not "without words".
  return Object.fromEntries(
    Object.entries(input).filter(([, value]) => value !== undefined),
  ) as Partial<T>
}
