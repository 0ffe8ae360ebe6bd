import { readdir, rmdir, stat, unlink } from 'node:fs/promises'
import { join } from 'node:path'
import type { StoredObject } from '../object-store.js'
import { unlessMissing } from './unless-missing.js'

/** What lies in the directory of one object: one file, named after the SHA-256 of its bytes. */
export async function describeHome(
  home: string,
  isPromoted: boolean,
): Promise<StoredObject | null> {
  const names = (await unlessMissing(readdir(home))) ?? []
  let newest: { name: string; size: number; mtimeMs: number } | null = null
  // More than one only where a process ended between the rename and the removal of the older bytes.
  for (const name of names) {
    const stats = await unlessMissing(stat(join(home, name)))
    if (stats === null) continue
    if (newest === null || stats.mtimeMs > newest.mtimeMs) {
      newest = { name, size: stats.size, mtimeMs: stats.mtimeMs }
    }
  }
  if (newest === null) return null
  return {
    size: newest.size,
    etag: `"${newest.name}"`,
    checksum: Buffer.from(newest.name, 'hex').toString('base64'),
    isPromoted,
  }
}

/** Keeps one file of the directory and deletes the others; `null` keeps none, nor the directory. */
export async function clearHome(home: string, keep: string | null): Promise<void> {
  for (const name of (await unlessMissing(readdir(home))) ?? []) {
    if (name !== keep) await unlessMissing(unlink(join(home, name)))
  }
  if (keep === null) await unlessMissing(rmdir(home))
}
