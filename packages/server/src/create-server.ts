import { indexCategories, type Category } from './categories/category.js'
import { openDatabase } from './database/open-database.js'
import { createApi } from './create-api.js'
import { createLog, type Log } from './http/log.js'
import type { Identify } from './identity/identify.js'
import type { ServerContext } from './server-context.js'
import type { ObjectStore } from './store/object-store.js'
import { finishAbandons } from './uploads/abandon-upload.js'

export interface ServerOptions {
  /** Directory of the embedded PostgreSQL; `null`: in memory. One process at a time. */
  readonly databaseDirectory: string | null
  readonly store: ObjectStore
  readonly identify: Identify
  /** Paths that the API answers under. Default `['/api']`. */
  readonly basePaths?: readonly string[] | undefined
  /** Origins of pages that may call it from elsewhere. Default none. */
  readonly allowedOrigins?: readonly string[] | undefined
  readonly categories?: readonly Category[] | undefined
  /** Of signed PUTs. Default 900. */
  readonly ticketLifeSeconds?: number | undefined
  /** Of signed GETs. Default 3600. */
  readonly urlLifeSeconds?: number | undefined
  /** Default: silent. */
  readonly log?: Log | undefined
  /** Epoch ms. */
  readonly now?: (() => number) | undefined
}

export interface Server {
  /** Answers every request; it does not throw. */
  fetch(request: Request): Promise<Response>
  close(): Promise<void>
}

/** The reference backend as one handler. The bytes never pass through it: they go to the store. */
export async function createServer(options: ServerOptions): Promise<Server> {
  const database = await openDatabase(options.databaseDirectory)
  const context: ServerContext = {
    db: database.db,
    store: options.store,
    categories: indexCategories(options.categories ?? []),
    log: options.log ?? createLog(() => undefined, 'silent'),
    ticketLifeMs: (options.ticketLifeSeconds ?? 900) * 1000,
    urlLifeMs: (options.urlLifeSeconds ?? 3600) * 1000,
    now: options.now ?? Date.now,
  }
  const api = createApi(context, {
    basePaths: options.basePaths ?? ['/api'],
    allowedOrigins: options.allowedOrigins ?? [],
    identify: options.identify,
    ping: database.ping,
  })
  await finishAbandons(context)
  return { fetch: async (request) => api.fetch(request), close: database.close }
}
