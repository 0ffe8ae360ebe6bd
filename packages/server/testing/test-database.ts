import { createHash, randomUUID } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { openDatabase, type OpenedDatabase } from '../src/database/open-database.js'

const cache = fileURLToPath(new URL('../../../.cache', import.meta.url))
const migrations = fileURLToPath(new URL('../drizzle', import.meta.url))
const prefix = 'test-database-'

/**
 * A fresh database in memory. To make one takes five seconds of a processor: the first is kept, and
 * the others are copies of it, until the migrations or the engine change.
 */
export async function openTestDatabase(): Promise<OpenedDatabase> {
  const path = join(cache, `${prefix}${await fingerprint()}.tar`)
  const kept = await readFile(path).catch(() => null)
  if (kept !== null) return openDatabase(null, new Blob([kept]))
  const made = await openDatabase(null)
  await keep(path, await made.dump())
  return made
}

async function fingerprint(): Promise<string> {
  const hash = createHash('sha256')
  hash.update(await readFile(createRequire(import.meta.url).resolve('@electric-sql/pglite')))
  for (const name of (await readdir(migrations)).toSorted()) {
    if (name.endsWith('.sql')) hash.update(await readFile(join(migrations, name)))
  }
  return hash.digest('hex').slice(0, 16)
}

/** Whole or not at all: other test files look for it at the same time. */
async function keep(path: string, snapshot: Blob): Promise<void> {
  await mkdir(cache, { recursive: true })
  const partial = join(cache, `partial-${randomUUID()}`)
  await writeFile(partial, Buffer.from(await snapshot.arrayBuffer()))
  await rename(partial, path)
  for (const name of await readdir(cache)) {
    const other = join(cache, name)
    if (name.startsWith(prefix) && other !== path) await rm(other, { force: true })
  }
}
