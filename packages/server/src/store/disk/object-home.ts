import { createHash } from 'node:crypto'
import { readdir, rmdir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoredObject, StoredPart } from '../object-store.js'
import { unlessMissing } from './unless-missing.js'

export interface ObjectFile {
  readonly path: string
  readonly size: number
}

export interface ObjectHome {
  readonly object: StoredObject
  /** One after the other they are the object. */
  readonly files: readonly ObjectFile[]
}

/**
 * What lies in the directory of one object: one file, named after the SHA-256 of its bytes, or its
 * parts, which stay as they came: to join them would write every byte a second time.
 */
export async function readHome(home: string, isPromoted: boolean): Promise<ObjectHome | null> {
  const names = (await unlessMissing(readdir(home))) ?? []
  const parts = readParts(names)
  const single = await newestOf(
    home,
    names.filter((name) => readPart(name) === null),
  )
  if (single !== null) {
    const { name, size } = single
    const checksum = Buffer.from(name, 'hex').toString('base64')
    const object = { size, etag: `"${name}"`, checksum, isPromoted }
    return { object, files: [{ path: join(home, name), size }] }
  }
  if (parts.length === 0) return null
  const size = parts.reduce((sum, part) => sum + part.size, 0)
  const object = { size, etag: compositeEtag(parts), checksum: null, isPromoted }
  const files = parts.map((part) => ({ path: join(home, partFileName(part)), size: part.size }))
  return { object, files }
}

/** More than one only where a process ended between the rename and the removal of the older bytes. */
async function newestOf(home: string, names: readonly string[]) {
  let newest: { name: string; size: number; mtimeMs: number } | null = null
  for (const name of names) {
    const stats = await unlessMissing(stat(join(home, name)))
    if (stats === null) continue
    if (newest === null || stats.mtimeMs > newest.mtimeMs) {
      newest = { name, size: stats.size, mtimeMs: stats.mtimeMs }
    }
  }
  return newest
}

/** Number, size and SHA-256 stand in the name: 10,000 parts are known by one look at the directory. */
export function partFileName(part: StoredPart): string {
  const number = String(part.partNumber).padStart(5, '0')
  return `${number}-${part.size}-${part.etag.slice(1, -1)}`
}

export function readParts(names: readonly string[]): StoredPart[] {
  return names
    .map(readPart)
    .filter((part) => part !== null)
    .toSorted((a, b) => a.partNumber - b.partNumber)
}

function readPart(name: string): StoredPart | null {
  const match = /^(\d{5})-(\d+)-([0-9a-f]{64})$/.exec(name)
  if (match === null) return null
  const [, partNumber, size, sha256 = ''] = match
  return {
    partNumber: Number(partNumber),
    size: Number(size),
    etag: `"${sha256}"`,
    checksum: Buffer.from(sha256, 'hex').toString('base64'),
  }
}

/** A digest of the digests and the number of parts, as S3's. */
function compositeEtag(parts: readonly StoredPart[]): string {
  const hash = createHash('sha256')
  for (const part of parts) hash.update(Buffer.from(part.etag.slice(1, -1), 'hex'))
  return `"${hash.digest('hex')}-${parts.length}"`
}

/** Keeps one file of the directory and deletes the others; `null` keeps none, nor the directory. */
export async function clearHome(home: string, keep: string | null): Promise<void> {
  for (const name of (await unlessMissing(readdir(home))) ?? []) {
    if (name !== keep) await unlessMissing(unlink(join(home, name)))
  }
  if (keep === null) await unlessMissing(rmdir(home))
}
