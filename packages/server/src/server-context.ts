import type { Categories } from './categories/category.js'
import type { Database } from './database/open-database.js'
import type { Log } from './http/log.js'
import type { ObjectStore } from './store/object-store.js'

/** What the routes of one server share. Made by `createServer`; nothing is held in a module. */
export interface ServerContext {
  readonly db: Database
  readonly store: ObjectStore
  readonly categories: Categories
  readonly log: Log
  /** Of all that is signed for an upload. */
  readonly ticketLifeMs: number
  /** Bytes. A larger file has larger parts. */
  readonly leastPartSize: number
  /** Of signed GETs; each is valid for half of it at least. */
  readonly urlLifeMs: number
  /** Epoch ms. */
  now(): number
}
