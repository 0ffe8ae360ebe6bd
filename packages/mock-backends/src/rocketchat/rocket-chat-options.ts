import type { ServeOptions } from '../serve-app.js'

export interface RocketChatOptions extends ServeOptions {
  /** Of the API. Default `8.8`. */
  readonly version?: string | undefined
  /** Where it is served under, e.g. `/chat`. Default: the root. */
  readonly basePath?: string | undefined
  /** Preflights are answered; the vendor's default is that they are not. Default `false`. */
  readonly hasCors?: boolean | undefined
  /** Rate-limit headers are readable across origins, as behind a proxy that says so. Default `false`, as the vendor. */
  readonly exposesHeaders?: boolean | undefined
  /** Calls of one route. Default: no limit; the vendor's is 10 in 60,000 ms. */
  readonly rateLimit?: { readonly calls: number; readonly ms: number } | undefined
  /** Bytes; -1: no limit. Default 104,857,600. */
  readonly maxFileSize?: number | undefined
  /** Comma-separated types. Default: all. */
  readonly typeWhiteList?: string | undefined
  /** Default `image/svg+xml`. */
  readonly typeBlackList?: string | undefined
  /** Default `true`. */
  readonly uploadsEnabled?: boolean | undefined
  /** Default `true`. */
  readonly directUploadsEnabled?: boolean | undefined
  /** Files need a sign-in. Default `true`. */
  readonly protectsFiles?: boolean | undefined
  /** Rows when `count` is left out. Default 50. */
  readonly defaultCount?: number | undefined
  /** Default 100. */
  readonly upperCount?: number | undefined
  /** `count=0` lists all. Default `true`. */
  readonly hasInfiniteCount?: boolean | undefined
  /** What a second confirm does. Default `duplicate`: it posts another message. */
  readonly secondConfirm?: 'duplicate' | 'invalid-file' | undefined
  /** Confirm answers without its message. Default `false`. */
  readonly hidesMessages?: boolean | undefined
  /** Downloads are sent on to an object store of another origin. Default `false`. */
  readonly redirectsDownloads?: boolean | undefined
  /** `url` of rows is absolute. Default `false`. */
  readonly hasAbsoluteUrls?: boolean | undefined
}

export type RocketChatSettings = {
  readonly [K in Exclude<keyof RocketChatOptions, 'port' | 'rateLimit'>]-?: NonNullable<
    RocketChatOptions[K]
  >
} & Pick<RocketChatOptions, 'rateLimit'>

export function settingsOf({ rateLimit, ...given }: RocketChatOptions): RocketChatSettings {
  const known = Object.fromEntries(
    Object.entries(given).filter(([, value]) => value !== undefined),
  ) as Partial<RocketChatSettings>
  return {
    version: '8.8',
    basePath: '',
    hasCors: false,
    exposesHeaders: false,
    maxFileSize: 104_857_600,
    typeWhiteList: '',
    typeBlackList: 'image/svg+xml',
    uploadsEnabled: true,
    directUploadsEnabled: true,
    protectsFiles: true,
    defaultCount: 50,
    upperCount: 100,
    hasInfiniteCount: true,
    secondConfirm: 'duplicate',
    hidesMessages: false,
    redirectsDownloads: false,
    hasAbsoluteUrls: false,
    ...known,
    rateLimit,
  }
}
