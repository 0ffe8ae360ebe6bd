import type { Category } from './categories/category.js'
import type { Log } from './http/log.js'
import type { Identify } from './identity/identify.js'
import type { LimitOptions } from './limits/limits.js'
import type { ProcessFile } from './processing/process-file.js'
import type { ProcessingOptions } from './processing/processing-options.js'
import type { ObjectStore } from './store/object-store.js'
import type { SweepOptions } from './sweeper/sweep-options.js'

export interface ServeOptions {
  readonly store: ObjectStore
  readonly identify: Identify
  /** Paths that the API answers under. Default `['/api']`. */
  readonly basePaths?: readonly string[] | undefined
  /** Origins of pages that may call it from elsewhere. Default none. */
  readonly allowedOrigins?: readonly string[] | undefined
  readonly categories?: readonly Category[] | undefined
  readonly limits?: LimitOptions | undefined
  /**
   * Where browsers reach the API, e.g. `https://example.com/api`: public files then have addresses there
   * that stay. Default: unknown; their URLs are signed and expire, as those of private files.
   */
  readonly apiUrl?: string | undefined
  /** Of all that is signed for an upload. Default 900. */
  readonly ticketLifeSeconds?: number | undefined
  /** Bytes of each part but the last, at least; S3 wants 5 MiB. Default 16 MiB. */
  readonly leastPartSize?: number | undefined
  /** Of signed GETs. Default 3600. */
  readonly urlLifeSeconds?: number | undefined
  /** Sees each finalised file before it may be used. Default: nothing does. */
  readonly process?: ProcessFile | undefined
  readonly processing?: ProcessingOptions | undefined
  readonly sweeping?: SweepOptions | undefined
  /** Default: silent. */
  readonly log?: Log | undefined
  /** Epoch ms. */
  readonly now?: (() => number) | undefined
}
