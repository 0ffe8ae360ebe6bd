import { indexCategories, type Category } from './categories/category.js'
import type { OpenedDatabase } from './database/open-database.js'
import { createApi } from './create-api.js'
import { createLog, type Log } from './http/log.js'
import type { Identify } from './identity/identify.js'
import type { ServerContext } from './server-context.js'
import type { ObjectStore } from './store/object-store.js'
import { finishAbandons } from './uploads/abandon-upload.js'

export interface ServeOptions {
  readonly store: ObjectStore
  readonly identify: Identify
  /** Paths that the API answers under. Default `['/api']`. */
  readonly basePaths?: readonly string[] | undefined
  /** Origins of pages that may call it from elsewhere. Default none. */
  readonly allowedOrigins?: readonly string[] | undefined
  readonly categories?: readonly Category[] | undefined
  /** Of all that is signed for an upload. Default 900. */
  readonly ticketLifeSeconds?: number | undefined
  /** Bytes of each part but the last, at least; S3 wants 5 MiB. Default 16 MiB. */
  readonly leastPartSize?: number | undefined
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

/** Over a database that is open already; it is closed with the server. */
export async function serveDatabase(
  database: OpenedDatabase,
  options: ServeOptions,
): Promise<Server> {
  const context: ServerContext = {
    db: database.db,
    store: options.store,
    categories: indexCategories(options.categories ?? []),
    log: options.log ?? createLog(() => undefined, 'silent'),
    ticketLifeMs: (options.ticketLifeSeconds ?? 900) * 1000,
    leastPartSize: options.leastPartSize ?? 16 * 1024 * 1024,
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
