import { randomBytes } from 'node:crypto'
import { mkdir, readdir, rename, rm, rmdir, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { MultipartRef, PartPage, StoredPart } from '../object-store.js'
import type { KeyedLock } from './keyed-lock.js'
import type { Areas, Obstacle, PartialObject } from './object-directory.js'
import { clearHome, partFileName, readParts } from './object-home.js'
import { syncDirectory } from './sync-directory.js'
import { isThere, unlessMissing } from './unless-missing.js'

export interface PartSlot extends MultipartRef {
  readonly partNumber: number
  readonly size: number
}

/** Parts as files in a directory of their upload, which becomes the object's by a rename. */
export interface MultipartDirectory {
  create(key: string): Promise<string>
  check(ref: MultipartRef): Promise<Obstacle | null>
  /** Replaces the part of the same number. */
  commit(slot: PartSlot, partial: PartialObject, sha256: string): Promise<Obstacle | null>
  list(ref: MultipartRef, after: number, limit: number): Promise<PartPage | null>
  /** Whether the parts, exactly these, are an incoming object now. */
  complete(ref: MultipartRef, parts: readonly StoredPart[]): Promise<boolean>
  abort(ref: MultipartRef): Promise<void>
  /** All uploads of the key. */
  clear(key: string): Promise<void>
}

/** @param withLock The one under which objects are committed and deleted. */
export function createMultipartDirectory(areas: Areas, withLock: KeyedLock): MultipartDirectory {
  const check = async (ref: MultipartRef) =>
    (await isThere(homeOf(areas, ref))) ? null : ('ended' as const)
  return {
    check,
    create: (key) => withLock(key, () => create(areas, key)),
    commit: (slot, partial, sha256) =>
      withLock(slot.key, async () => {
        const obstacle = await check(slot)
        if (obstacle === null) await keepPart(homeOf(areas, slot), slot, partial, sha256)
        return obstacle
      }),
    list: (ref, after, limit) => list(areas, ref, after, limit),
    complete: (ref, parts) => withLock(ref.key, () => complete(areas, ref, parts)),
    abort: (ref) =>
      withLock(ref.key, async () => {
        await rm(homeOf(areas, ref), { recursive: true, force: true })
        await dropIfEmpty(join(areas.multipart, ref.key))
      }),
    clear: (key) => rm(join(areas.multipart, key), { recursive: true, force: true }),
  }
}

function homeOf(areas: Areas, { key, uploadId }: MultipartRef): string {
  // It is signed, and comes from a database: checked all the same, since it becomes a path.
  if (!/^[0-9a-f]{32}$/.test(uploadId)) return join(areas.multipart, key, 'none')
  return join(areas.multipart, key, uploadId)
}

async function create(areas: Areas, key: string): Promise<string> {
  const uploadId = randomBytes(16).toString('hex')
  // Of a deleted key it is dead from the start.
  if (!(await isThere(join(areas.deleted, key)))) {
    await mkdir(homeOf(areas, { key, uploadId }), { recursive: true, mode: 0o700 })
  }
  return uploadId
}

async function keepPart(home: string, slot: PartSlot, partial: PartialObject, sha256: string) {
  const { partNumber, size } = slot
  const name = partFileName({ partNumber, size, etag: `"${sha256}"`, checksum: null })
  // The older goes first: two of one number could not be told apart after a crash between.
  for (const other of await readdir(home)) {
    const isOlder = other.startsWith(name.slice(0, 6)) && other !== name
    if (isOlder) await unlink(join(home, other))
  }
  // Some systems rename no open file.
  await partial.handle.close()
  await rename(partial.path, join(home, name))
  await syncDirectory(home)
}

async function list(areas: Areas, ref: MultipartRef, after: number, limit: number) {
  const names = await unlessMissing(readdir(homeOf(areas, ref)))
  if (names === null) return null
  const left = readParts(names).filter((part) => part.partNumber > after)
  return { parts: left.slice(0, limit), hasMore: left.length > limit }
}

async function complete(areas: Areas, ref: MultipartRef, parts: readonly StoredPart[]) {
  const home = homeOf(areas, ref)
  const names = await unlessMissing(readdir(home))
  if (names === null || parts.length === 0) return false
  const wanted = new Set(parts.map(partFileName))
  if (names.length !== wanted.size || !names.every((name) => wanted.has(name))) return false
  const incoming = join(areas.incoming, ref.key)
  await clearHome(incoming, null)
  await rename(home, incoming)
  await syncDirectory(areas.incoming)
  await dropIfEmpty(join(areas.multipart, ref.key))
  return true
}

async function dropIfEmpty(directory: string): Promise<void> {
  const names = await unlessMissing(readdir(directory))
  if (names?.length === 0) await rmdir(directory)
}
