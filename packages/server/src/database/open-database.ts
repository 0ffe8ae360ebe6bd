import { access, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import * as schema from './schema.js'

export type Database = Awaited<ReturnType<typeof connect>>

export interface OpenedDatabase {
  readonly db: Database
  /** Rejects where the database does not answer. */
  ping(): Promise<void>
  dump(): Promise<Blob>
  close(): Promise<void>
}

function connect(client: PGlite) {
  return drizzle({ client, schema })
}

/**
 * Opens the embedded PostgreSQL and brings its tables up to date.
 * @param directory Where it keeps its files; `null`: in memory, gone at `close()`.
 * @param snapshot What another one in memory was dumped to: to load it takes a tenth of making one.
 */
export async function openDatabase(
  directory: string | null,
  snapshot?: Blob,
): Promise<OpenedDatabase> {
  const finish = directory === null ? null : await beginFirstStart(directory)
  const client = await PGlite.create({
    extensions: { pg_trgm },
    ...(directory === null ? {} : { dataDir: directory }),
    ...(snapshot === undefined ? {} : { loadDataDir: snapshot }),
  })
  const db = connect(client)
  try {
    // The same way up from `src/database` and from `dist/database`.
    await migrate(db, {
      migrationsFolder: fileURLToPath(new URL('../../drizzle', import.meta.url)),
    })
    await finish?.()
  } catch (error) {
    await client.close()
    throw error
  }
  return {
    db,
    ping: async () => void (await db.execute(sql`select 1`)),
    dump: () => client.dumpDataDir('none'),
    close: () => client.close(),
  }
}

/** A process that ended while it made the database left a broken one, which held nothing yet: it goes. */
async function beginFirstStart(directory: string): Promise<(() => Promise<void>) | null> {
  const mark = `${directory}.unfinished`
  if (await isThere(mark)) await rm(directory, { recursive: true, force: true })
  else if (await isThere(directory)) return null
  await mkdir(dirname(directory), { recursive: true })
  await writeFile(mark, '')
  return () => rm(mark, { force: true })
}

function isThere(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  )
}
