export interface ProcessingOptions {
  /** Whether pictures get a small WebP, made by `sharp`. Default true. */
  readonly hasThumbnails?: boolean | undefined
  /** Files at once. Default 2. */
  readonly concurrency?: number | undefined
  /** After which an attempt is ended, or given up for lost. Default 300. */
  readonly attemptSeconds?: number | undefined
  /** After so many that failed the file is an `error`. Default 3. */
  readonly attempts?: number | undefined
}
