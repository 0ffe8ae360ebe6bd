import { openDatabase } from './database/open-database.js'
import { serveDatabase } from './serve-database.js'
import type { ServeOptions } from './serve-options.js'
import type { Server } from './server.js'

export interface ServerOptions extends ServeOptions {
  /** Directory of the embedded PostgreSQL; `null`: in memory. One process at a time. */
  readonly databaseDirectory: string | null
}

/** The reference backend as one handler. The bytes never pass through it: they go to the store. */
export async function createServer(options: ServerOptions): Promise<Server> {
  return serveDatabase(await openDatabase(options.databaseDirectory), options)
}
