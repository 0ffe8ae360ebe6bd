import type { Hono } from 'hono'
import type { FileAdapter } from 'loadline/core'

/** A local server that speaks as another backend does, and what the demo's own origin answers for it. */
export interface OtherBackend<Config> {
  /** For the page's adapter. */
  readonly config: Config
  /** What a page needs of its own origin. */
  readonly routes: Hono
  /** Other origins that pages reach. */
  readonly origins: readonly string[]
  /** One for each person, to store samples by; one where it knows no people. */
  readonly adapters: readonly FileAdapter[]
  close(): Promise<void>
}
