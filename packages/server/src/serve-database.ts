import { indexCategories } from './categories/category.js'
import type { OpenedDatabase } from './database/open-database.js'
import { createApi } from './create-api.js'
import { createLog } from './http/log.js'
import { fillLimits } from './limits/limits.js'
import { createProcessor } from './processing/create-processor.js'
import type { ServerContext } from './server-context.js'
import type { ServeOptions } from './serve-options.js'
import type { Server } from './server.js'
import { createSweeper } from './sweeper/create-sweeper.js'

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
