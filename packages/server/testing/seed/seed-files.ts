import type { Database } from '../../src/database/open-database.js'
import { associations, files, folders } from '../../src/database/schema.js'
import { randomFiles, seedFolders, type SeedFile, type SeedOptions } from './random-files.js'

const batchSize = 500

/** Writes rows as if each file had been uploaded; `keep` brings the bytes of each to the store. */
export async function seedFiles(
  db: Database,
  options: Omit<SeedOptions, 'folderIds'>,
  keep: (file: SeedFile) => Promise<void> = async () => undefined,
): Promise<void> {
  const tree = seedFolders(options.owner, options.now)
  await db.insert(folders).values([...tree])
  let batch: SeedFile[] = []
  for (const file of randomFiles({ ...options, folderIds: tree.map(({ id }) => id) })) {
    batch.push(file)
    if (batch.length === batchSize) {
      await insert(db, batch, keep)
      batch = []
    }
  }
  if (batch.length > 0) await insert(db, batch, keep)
  // The planner chooses by these figures, and counts in an index alone after a vacuum; the embedded
  // database does neither by itself.
  await db.execute('vacuum analyze')
}

async function insert(
  db: Database,
  batch: readonly SeedFile[],
  keep: (file: SeedFile) => Promise<void>,
): Promise<void> {
  await Promise.all(batch.map(keep))
  await db.insert(files).values(batch.map(({ row }) => row))
  const linked = batch.flatMap(({ row, entity }) =>
    entity === null ? [] : [{ ...entity, fileId: row.id, createdAt: row.createdAt }],
  )
  if (linked.length > 0) await db.insert(associations).values(linked)
}
