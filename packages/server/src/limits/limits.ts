/** What one user may take; `null`: there is no limit. */
export interface Limits {
  /** Bytes of one file. */
  readonly maxFileSize: number | null
  readonly maxFiles: number | null
  /** Bytes of all files together. */
  readonly quotaSize: number | null
  /** Uploads that were begun and wait for their bytes, at once. */
  readonly maxOpenUploads: number
}

/** Default: no limits, and 20,000 open uploads. */
export type LimitOptions = { readonly [K in keyof Limits]?: Limits[K] | undefined }

export function fillLimits(options: LimitOptions = {}): Limits {
  const { maxFileSize = null, maxFiles = null, quotaSize = null, maxOpenUploads = 20_000 } = options
  return { maxFileSize, maxFiles, quotaSize, maxOpenUploads }
}
