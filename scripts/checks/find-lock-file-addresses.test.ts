import { expect, it } from 'vitest'
import { findLockFileAddresses } from './find-lock-file-addresses.mjs'

it('accepts entries that name a version and a hash', () => {
  const entry = `  axios@1.21.1:\n    resolution: {integrity: sha512-abc==}\n    engines: {node: '>=20'}`
  expect(findLockFileAddresses(entry)).toEqual([])
})

it('finds addresses, and tells their lines', () => {
  const entry = `  a@1.0.0:\n    resolution: {integrity: sha512-a==, tarball: https://npm.example/a.tgz}`
  expect(findLockFileAddresses(entry)).toEqual([expect.stringMatching(/^2: resolution/)])
})
