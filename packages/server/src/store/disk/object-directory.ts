import { randomBytes } from 'node:crypto'
import { constants } from 'node:fs'
import { lstat, mkdir, open, readdir, rename, rm, stat, type FileHandle } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoredObject } from '../object-store.js'
import { createKeyedLock } from './keyed-lock.js'
import { createMultipartDirectory, type MultipartDirectory } from './multipart-directory.js'
import { clearHome, readHome, type ObjectHome } from './object-home.js'
import { syncDirectory } from './sync-directory.js'
import { isThere, unlessMissing } from './unless-missing.js'

/** Signatures live a week at most (`readEnvironment`); a day on top. */
const tombstoneLifeMs = 8 * 24 * 60 * 60 * 1000

/** An own file, new or emptied, never what a link points to. Windows knows no O_NOFOLLOW. */
const ownFile =
  constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC | (constants.O_NOFOLLOW ?? 0)

/** A body on its way, in a file that no reader sees. */
export interface PartialObject {
  readonly path: string
  readonly handle: FileHandle
  /** Closes and deletes it. After `commit` it does nothing. */
  discard(): Promise<void>
}

/** What stands in the way of a PUT; `ended`: the multipart upload is complete or aborted. */
export type Obstacle = 'deleted' | 'promoted' | 'ended'

/**
 * Objects as files. An object is a directory named after its key that holds one file named after the
 * SHA-256 of its bytes, or its parts so named: the digest can neither be lost nor belong to other bytes.
 */
export interface ObjectDirectory {
  readonly multipart: MultipartDirectory
  check(key: string): Promise<Obstacle | null>
  startPartial(): Promise<PartialObject>
  commit(key: string, partial: PartialObject, sha256: string): Promise<Obstacle | null>
  find(key: string): Promise<StoredObject | null>
  promote(key: string, etag: string): Promise<StoredObject | null>
  findPromoted(key: string): Promise<ObjectHome | null>
  delete(key: string): Promise<void>
}

export interface Areas {
  readonly incoming: string
  readonly final: string
  readonly multipart: string
  readonly partial: string
  /** An empty file for each deleted key. */
  readonly deleted: string
}

/** Makes the directories, and clears what an earlier process left half-done. */
export async function openObjectDirectory(directory: string): Promise<ObjectDirectory> {
  const areas: Areas = {
    incoming: join(directory, 'objects', 'incoming'),
    final: join(directory, 'objects', 'final'),
    multipart: join(directory, 'objects', 'multipart'),
    partial: join(directory, 'partial'),
    deleted: join(directory, 'deleted'),
  }
  await rm(areas.partial, { recursive: true, force: true })
  for (const path of Object.values<string>({ ...areas })) {
    // Nobody else on this machine reads what is stored, or plants a link in its way.
    await mkdir(path, { recursive: true, mode: 0o700 })
  }
  await pruneTombstones(areas.deleted)

  // A commit against a delete or a promotion of the same key: what looks must be what acts.
  const withLock = createKeyedLock()
  const multipart = createMultipartDirectory(areas, withLock)
  return {
    multipart,
    check: (key) => check(areas, key),
    find: (key) => find(areas, key),
    startPartial: () => startPartial(areas),
    findPromoted: (key) => readHome(join(areas.final, key), true),
    commit: (key, source, sha256) => withLock(key, () => commit(areas, key, source, sha256)),
    promote: (key, etag) => withLock(key, () => promote(areas, key, etag)),
    delete: (key) =>
      withLock(key, async () => {
        await remove(areas, key)
        await multipart.clear(key)
      }),
  }
}

async function check(areas: Areas, key: string): Promise<Obstacle | null> {
  if (await isThere(join(areas.deleted, key))) return 'deleted'
  return (await isThere(join(areas.final, key))) ? 'promoted' : null
}

async function find(areas: Areas, key: string): Promise<StoredObject | null> {
  const promoted = await readHome(join(areas.final, key), true)
  const home = promoted ?? (await readHome(join(areas.incoming, key), false))
  return home?.object ?? null
}

async function startPartial(areas: Areas): Promise<PartialObject> {
  const path = join(areas.partial, randomBytes(16).toString('hex'))
  const handle = await open(path, 'wx', 0o600)
  const discard = async () => {
    await handle.close()
    await rm(path, { force: true })
  }
  return { path, handle, discard }
}

async function commit(areas: Areas, key: string, partial: PartialObject, sha256: string) {
  const obstacle = await check(areas, key)
  if (obstacle !== null) return obstacle
  const home = join(areas.incoming, key)
  await mkdir(home, { recursive: true, mode: 0o700 })
  if (!(await lstat(home)).isDirectory()) throw new Error('The home of an object is a link.')
  // Some systems rename no open file.
  await partial.handle.close()
  await rename(partial.path, join(home, sha256))
  await clearHome(home, sha256)
  for (const directory of [home, areas.incoming]) await syncDirectory(directory)
  return null
}

async function promote(areas: Areas, key: string, etag: string): Promise<StoredObject | null> {
  if (await isThere(join(areas.deleted, key))) return null
  const found = await find(areas, key)
  if (found === null || found.etag !== etag) return null
  if (!found.isPromoted) {
    await rename(join(areas.incoming, key), join(areas.final, key))
    // A row says `ready` after this: its bytes must be found after a power cut too.
    await syncDirectory(areas.final)
  }
  return { ...found, isPromoted: true }
}

async function remove(areas: Areas, key: string): Promise<void> {
  const tombstone = await open(join(areas.deleted, key), ownFile, 0o600)
  try {
    // A file that was there keeps its date otherwise, and with it the end of its life.
    await tombstone.utimes(new Date(), new Date())
  } finally {
    await tombstone.close()
  }
  for (const area of [areas.incoming, areas.final]) await clearHome(join(area, key), null)
}

async function pruneTombstones(deleted: string): Promise<void> {
  for (const name of await readdir(deleted)) {
    const stats = await unlessMissing(stat(join(deleted, name)))
    if (stats !== null && Date.now() - stats.mtimeMs > tombstoneLifeMs) {
      await rm(join(deleted, name), { force: true })
    }
  }
}
