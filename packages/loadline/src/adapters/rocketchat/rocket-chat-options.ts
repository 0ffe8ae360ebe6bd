import type { HttpClient } from '../../core/index.js'

/** Of the signed-in person, as `login` answers them. */
export interface RocketChatAuth {
  readonly userId: string
  readonly authToken: string
}

/** A room by its id, or a private group or a public channel by its name; a direct room has none. */
export type RocketChatRoom =
  | {
      readonly kind: 'group' | 'channel' | 'direct'
      readonly id: string
      readonly name?: undefined
    }
  | { readonly kind: 'group' | 'channel'; readonly name: string; readonly id?: undefined }

export interface RocketChatAdapterOptions {
  /** Where the server stands, e.g. `https://chat.example.com` or `/chat`; without `/api/v1`. */
  readonly baseUrl: string
  /** Whose files these are. A name is looked up once. */
  readonly room: RocketChatRoom
  /** Asked before each call and each upload, and never kept: tokens may rotate. */
  readonly getAuth: () => RocketChatAuth | Promise<RocketChatAuth>
  /**
   * Of the server, e.g. `8.2`: what is searched, filtered and given up there follows from it. Default: only what
   * every version has.
   */
  readonly serverVersion?: string | undefined
  /** The application's own axios instance. Bytes do not go through it. Default: a bare one. */
  readonly http?: HttpClient | undefined
  /** Tells two backends apart in caches. Default: `rocketchat:`, the base URL, and the room. */
  readonly cacheKey?: string | undefined
}
