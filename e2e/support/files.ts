import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, open, readdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import { pixel } from './store-files.js'

const megabyte = 1_000_000

export interface FileOnDisk {
  readonly name: string
  readonly path: string
  readonly size: number
}

/** The four files of the acceptance: an image, an empty one, one with a name that hurts, and a large one. */
export async function makeFiles(directory: string): Promise<readonly FileOnDisk[]> {
  await mkdir(directory, { recursive: true })
  return Promise.all([
    writeBytes(directory, 'pixel.png', pixel),
    writeBytes(directory, 'empty.txt', Buffer.alloc(0)),
    writeLarge(directory, 'Überräschung “ñ” 😀 <b>.pdf', 5 * megabyte),
    writeLarge(directory, 'large.bin', 100 * megabyte),
  ])
}

/** So many bytes in which no two megabytes are alike. */
export async function writeLarge(
  directory: string,
  name: string,
  size: number,
): Promise<FileOnDisk> {
  const path = join(directory, name)
  const file = await open(path, 'w')
  const block = Buffer.alloc(megabyte)
  for (let at = 0; at < size; at += megabyte) {
    for (let i = 0; i < megabyte; i += 1) block[i] = (i * 31 + at / megabyte) & 0xff
    await file.write(block, 0, Math.min(megabyte, size - at))
  }
  await file.close()
  return { name, path, size }
}

export async function sha256OfFile(...paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const path of paths) {
    for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer)
  }
  return hash.digest('hex')
}

/** Of every object of a store on disk: the files of one directory, in the order of their part numbers. */
export async function sha256OfObjects(directory: string): Promise<readonly string[]> {
  const objects = new Map<string, string[]>()
  for (const path of await filesUnder(directory)) {
    const parts = objects.get(dirname(path)) ?? []
    objects.set(dirname(path), [...parts, path])
  }
  const partNumber = (path: string): number => Number.parseInt(basename(path), 10)
  return Promise.all(
    [...objects.values()].map((parts) =>
      sha256OfFile(...parts.toSorted((a, b) => partNumber(a) - partNumber(b))),
    ),
  )
}

/** Every regular file under a directory. */
export async function filesUnder(directory: string): Promise<readonly string[]> {
  const entries = await readdir(directory, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

async function writeBytes(directory: string, name: string, bytes: Buffer): Promise<FileOnDisk> {
  const path = join(directory, name)
  await writeFile(path, bytes)
  return { name, path, size: bytes.length }
}
