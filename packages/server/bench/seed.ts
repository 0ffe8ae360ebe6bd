/**
 * Fills the data directory of `npm start` with files of the first demo user: `pnpm seed`, or
 * `pnpm seed 1000`. The server must not be running. Their bytes are stored too, unless `rows` is said after the number:
 * a list needs none.
 */
import { mkdir } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { openDatabase } from '../src/database/open-database.js'
import { claimDirectory } from '../src/node/claim-directory.js'
import { readEnvironment } from '../src/node/read-environment.js'
import { readSigningSecret } from '../src/node/signing-secret.js'
import { StartupError } from '../src/node/startup-error.js'
import { createDiskStore } from '../src/store/disk/create-disk-store.js'
import { seedFiles } from '../testing/seed/seed-files.js'

async function seed(count: number, hasBytes: boolean): Promise<void> {
  const environment = readEnvironment(process.env)
  const directory = resolve(environment.dataDirectory)
  await mkdir(directory, { recursive: true })
  const release = await claimDirectory(directory)
  const database = await openDatabase(join(directory, 'db'))
  const store = await createDiskStore({
    directory,
    publicUrl: environment.storagePublicUrl,
    secret: await readSigningSecret(join(directory, 'secret')),
    allowedOrigins: [],
  })
  const startedAt = performance.now()
  const options = {
    count,
    owner: { id: 'demo', name: 'Ada Demo' },
    categories: ['USER_FILES'],
    now: Date.now(),
  }
  await seedFiles(database.db, options, async ({ row, bytes }) => {
    if (hasBytes) await store.write(row.objectKey, bytes, row.contentType)
  })
  await database.close()
  await release()
  const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
  process.stdout.write(`${count} files in ${directory}, in ${seconds} s.\n`)
}

const count = Number(process.argv[2] ?? 50_000)
try {
  if (!Number.isSafeInteger(count) || count < 1) {
    throw new StartupError('Say how many files, as a whole number: pnpm seed 1000')
  }
  await seed(count, process.argv[3] !== 'rows')
} catch (error) {
  if (!(error instanceof StartupError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
