import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { openObjectDirectory, type ObjectDirectory } from './object-directory.js'
import { receiveObject } from './receive-object.js'

let path: string
let directory: ObjectDirectory

beforeEach(async () => {
  path = await mkdtemp(join(tmpdir(), 'loadline-test-'))
  directory = await openObjectDirectory(path)
})
afterEach(() => rm(path, { recursive: true, force: true, maxRetries: 10 }))

const grant = {
  key: 'a'.repeat(32),
  contentType: 'text/plain',
  size: 5,
  checksum: null,
  expiresAt: 0,
}
const pace = { windowMs: 1000, minBytes: 1 }
const put = () =>
  new Request('http://store.test/', {
    method: 'PUT',
    headers: { 'content-type': 'text/plain', 'content-length': '5' },
    body: 'hello',
  })

/** A disk that fills up while the body is written. */
function fullDisk(): ObjectDirectory {
  return {
    ...directory,
    startPartial: async () => {
      const partial = await directory.startPartial()
      partial.handle.write = async () => {
        throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' })
      }
      return partial
    },
  }
}

test('a full disk is 507 and leaves nothing (S38)', async () => {
  const failure = receiveObject(fullDisk(), grant, put(), pace)
  await expect(failure).rejects.toMatchObject({ code: 'InsufficientStorage', status: 507 })
  expect(await readdir(join(path, 'partial'))).toEqual([])
  expect(await directory.find(grant.key)).toBeNull()
})

test('what a process left half-written is gone at the next start; objects and tombstones stay', async () => {
  await receiveObject(directory, grant, put(), pace)
  await directory.startPartial().then((partial) => partial.handle.close())
  await directory.delete('b'.repeat(32))
  const next = await openObjectDirectory(path)
  expect(await readdir(join(path, 'partial'))).toEqual([])
  expect(await next.find(grant.key)).toMatchObject({ size: 5 })
  expect(await next.check('b'.repeat(32))).toBe('deleted')
})
