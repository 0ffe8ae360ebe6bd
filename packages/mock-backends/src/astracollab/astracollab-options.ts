import type { ServeOptions } from '../serve-app.js'

export type AstraCollabPermission = 'files:read' | 'files:write' | 'folders:read' | 'folders:write'

/** What the vendor leaves open, or says in two ways. */
export interface AstraCollabOptions extends ServeOptions {
  /** The only key that is let in. */
  readonly apiKey?: string | undefined
  readonly permissions?: readonly AstraCollabPermission[] | undefined
  /**
   * How lists and sizes are told. `docs`: pages, numbers. `js`: `data` is a bare array, sizes are texts, what is not
   * there is left out. `next`: the body itself is the array.
   */
  readonly dialect?: 'docs' | 'js' | 'next' | undefined
  /** `null` beside the data of an answer, as the introduction shows it. Default `false`. */
  readonly hasNullError?: boolean | undefined
  /** Refusals come as HTTP 200. Default `false`. */
  readonly refusesAt200?: boolean | undefined
  /** `false`: refusals have no details. Default `true`. */
  readonly hasDetails?: boolean | undefined
  /** Where the answer to a part tells its ETag. Default `both`. */
  readonly etagIn?: 'header' | 'json' | 'both' | 'nowhere' | undefined
  /** Bytes of every part but the last. Default 52,428,800. */
  readonly partSize?: number | undefined
  /** Bytes of one upload in one request. Default 100,000,000. */
  readonly maxFileSize?: number | undefined
  /** Bytes of all files. Default: as many as there are. */
  readonly quotaSize?: number | undefined
  readonly rateLimit?: { readonly calls: number; readonly windowSeconds: number } | undefined
  /** How far the server's clock is ahead. Default 0. */
  readonly clockSkewMs?: number | undefined
  /** Life of a multipart upload. Default an hour. */
  readonly uploadLifeMs?: number | undefined
  /** Without it no page of another origin gets an answer. Default `true`. */
  readonly allowsOrigins?: boolean | undefined
  /** Whether pages may read the ETag and the rate limit. Default `true`. */
  readonly exposesHeaders?: boolean | undefined
  /** A proxy in front that takes the body off every DELETE. Default `false`. */
  readonly stripsDeleteBodies?: boolean | undefined
}
