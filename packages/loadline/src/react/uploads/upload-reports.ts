import type {
  SettledUploads,
  StoredFile,
  TaskIn,
  UploadError,
  UploadTask,
} from '../../core/index.js'

export interface UploadReadyDetails {
  readonly id: string
  readonly task: TaskIn<'ready'>
  readonly file: StoredFile
}

export interface UploadFailedDetails {
  readonly id: string
  readonly task: TaskIn<'failed'>
  readonly error: UploadError
}

export interface UploadDetails {
  readonly id: string
  readonly task: UploadTask
}

/** What the application is told of uploads, soon after it happened. */
export interface UploadReports {
  /** A file is stored, confirmed and processed. */
  readonly onUploadReady?: ((details: UploadReadyDetails) => void) | undefined
  /** An upload ended without success; again, should a retry fail too. */
  readonly onUploadFailed?: ((details: UploadFailedDetails) => void) | undefined
  /** None is left to be sent or confirmed: the ids of those that ended since the last time. `ready` includes files still in processing. */
  readonly onSettled?: ((details: SettledUploads) => void) | undefined
}

/** For the uploads of one component. */
export interface OwnUploadReports extends UploadReports {
  readonly onUploadCancelled?: ((details: UploadDetails) => void) | undefined
  /** More bytes are sent: at most ten times a second. */
  readonly onUploadProgress?: ((details: UploadDetails) => void) | undefined
}
