import { randomBytes, randomUUID } from 'node:crypto'
import { associations, files, folders, type FileRow } from '../src/database/schema.js'
import { foldName } from '../src/files/fold-name.js'
import { foldFolderName } from '../src/folders/fold-folder-name.js'
import type { TestBackend } from './test-backend.js'

type Seed = Partial<Omit<FileRow, 'nameKey' | 'nameSort'>>

/** Rows as uploads would leave them, without their bytes: a thousand cost less than one upload. */
export async function seedFiles(
  { db }: Pick<TestBackend, 'db'>,
  seeds: readonly Seed[],
): Promise<readonly FileRow[]> {
  const now = new Date()
  return db
    .insert(files)
    .values(
      seeds.map((seed) => ({
        clientId: randomUUID(),
        ownerId: 'anna',
        name: 'a.txt',
        nameKey: foldName(seed.name ?? 'a.txt'),
        contentType: 'text/plain',
        size: 5,
        status: 'ready' as const,
        visibility: 'private' as const,
        isDraft: false,
        metadata: {},
        requestDigest: '',
        objectKey: randomBytes(16).toString('hex'),
        createdAt: now,
        updatedAt: now,
        finalizedAt: now,
        ...seed,
      })),
    )
    .returning()
}

export async function seedFile(backend: Pick<TestBackend, 'db'>, seed: Seed): Promise<FileRow> {
  const [row] = await seedFiles(backend, [seed])
  if (row === undefined) throw new Error('Nothing was inserted.')
  return row
}

export async function seedFolder(
  { db }: Pick<TestBackend, 'db'>,
  { ownerId = 'anna', tenantId = '', name = randomUUID() } = {},
): Promise<string> {
  const nameKey = foldFolderName(name)
  const [row] = await db
    .insert(folders)
    .values({ ownerId, tenantId, name, nameKey, createdAt: new Date() })
    .returning()
  if (row === undefined) throw new Error('Nothing was inserted.')
  return row.id
}

export async function seedAssociation(
  { db }: Pick<TestBackend, 'db'>,
  fileId: string,
  entityReference: string = randomUUID(),
): Promise<string> {
  const [row] = await db
    .insert(associations)
    .values({ fileId, entityName: 'invoice', entityReference, createdAt: new Date() })
    .returning()
  if (row === undefined) throw new Error('Nothing was inserted.')
  return row.id
}
