import { indexCategories, type Category } from './categories/category.js'
import type { OpenedDatabase } from './database/open-database.js'
import { createApi } from './create-api.js'
import { createLog, type Log } from './http/log.js'
import type { Identify } from './identity/identify.js'
import { fillLimits, type LimitOptions } from './limits/limits.js'
import { createProcessor, type ProcessingOptions } from './processing/create-processor.js'
import type { ProcessFile } from './processing/process-file.js'
import type { ServerContext } from './server-context.js'
import type { ObjectStore } from './store/object-store.js'
import { createSweeper, type SweepOptions } from './sweeper/create-sweeper.js'
import type { SweepReport } from './sweeper/sweep.js'

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

export interface Server {
  /** Answers every request; it does not throw. */
  fetch(request: Request): Promise<Response>
  /**
   * Finishes what clients and ended processes left undone: complete uploads are finalised, dead ones
   * removed, bytes of deleted files deleted, processing taken up again. To be called every few minutes;
   * `startServer` does.
   */
  sweep(): Promise<SweepReport>
  close(): Promise<void>
}

/** Over a database that is open already; it is closed with the server. */
export async function serveDatabase(
  database: OpenedDatabase,
  options: ServeOptions,
): Promise<Server> {
  const shared: Omit<ServerContext, 'processor'> = {
    db: database.db,
    store: options.store,
    categories: indexCategories(options.categories ?? []),
    limits: fillLimits(options.limits),
    apiUrl: options.apiUrl?.replace(/\/+$/, '') ?? null,
    log: options.log ?? createLog(() => undefined, 'silent'),
    ticketLifeMs: (options.ticketLifeSeconds ?? 900) * 1000,
    leastPartSize: options.leastPartSize ?? 16 * 1024 * 1024,
    urlLifeMs: (options.urlLifeSeconds ?? 3600) * 1000,
    now: options.now ?? Date.now,
  }
  const processor = createProcessor(shared, options.process ?? null, options.processing)
  const context: ServerContext = { ...shared, processor }
  const sweeper = createSweeper(context, options.sweeping)
  const api = createApi(context, {
    basePaths: options.basePaths ?? ['/api'],
    allowedOrigins: options.allowedOrigins ?? [],
    identify: options.identify,
    ping: database.ping,
  })
  return {
    fetch: async (request) => api.fetch(request),
    sweep: sweeper.sweep,
    close: async () => {
      await processor.close()
      await sweeper.close()
      await database.close()
    },
  }
}
