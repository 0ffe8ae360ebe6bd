import type { Categories } from './categories/category.js'
import type { Database } from './database/open-database.js'
import type { Log } from './http/log.js'
import type { Limits } from './limits/limits.js'
import type { Processor } from './processing/create-processor.js'
import type { ObjectStore } from './store/object-store.js'

/** What the routes of one server share. Made by `createServer`; nothing is held in a module. */
export interface ServerContext {
  readonly db: Database
  readonly store: ObjectStore
  readonly categories: Categories
  readonly limits: Limits
  /** Where browsers reach the API, without a slash at its end; `null`: it does not know. */
  readonly apiUrl: string | null
  readonly log: Log
  readonly processor: Processor
  /** Of all that is signed for an upload. */
  readonly ticketLifeMs: number
  /** Bytes. A larger file has larger parts. */
  readonly leastPartSize: number
  /** Of signed GETs; each is valid for half of it at least. */
  readonly urlLifeMs: number
  /** Epoch ms. */
  now(): number
}
