import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { PGlite } from '@electric-sql/pglite'
import { asc } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import { expect, test } from 'vitest'
import { openDatabase } from './open-database.js'
import { files } from './schema.js'

const migrations = fileURLToPath(new URL('../../drizzle', import.meta.url))

/** A directory as a server left it that knew the first migrations only. */
async function makeOldDatabase(directory: string, steps: number): Promise<void> {
  const folder = join(directory, 'drizzle')
  await cp(migrations, folder, { recursive: true })
  const path = join(folder, 'meta', '_journal.json')
  const journal = JSON.parse(await readFile(path, 'utf8')) as { entries: unknown[] }
  const entries = journal.entries.slice(0, steps)
  await writeFile(path, JSON.stringify({ ...journal, entries }))
  const client = await PGlite.create(join(directory, 'db'))
  await migrate(drizzle({ client }), { migrationsFolder: folder })
  await client.exec(`
    insert into files (client_id, owner_id, name, name_key, content_type, size, status, visibility,
      is_draft, metadata, request_digest, object_key, created_at, updated_at, abandoned_at)
    select 'client-' || n, 'anna', 'N' || n, 'n' || n, 'text/plain', n,
      case n when 1 then 'ready' when 2 then 'upload_pending' else 'cancelled' end,
      'private', false, '{}', '', 'key-' || n, now(), now(), case n when 3 then now() end
    from generate_series(1, 3) as n
  `)
  await client.close()
}

test('a database of before keeps its rows, which are live or not as they were', async () => {
  const directory = await mkdtemp(join(tmpdir(), 'loadline-migrate-'))
  try {
    await makeOldDatabase(directory, 2)
    const { db, close } = await openDatabase(join(directory, 'db'))
    const rows = await db.select().from(files).orderBy(asc(files.size))
    expect(rows.map((row) => row.deletedAt === null)).toEqual([true, true, false])
    expect(rows[2]?.deletedAt).toEqual(rows[2]?.abandonedAt)
    const [first] = rows
    expect(first).toMatchObject({ tenantId: '', nameSort: 'n1', folderId: null, version: 1 })
    const used = { tenantId: '', ownerId: 'anna', fileCount: 2, totalSize: 3, pendingCount: 1 }
    expect(await db.query.usage.findMany()).toEqual([used])
    await close()
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}, 60_000)
