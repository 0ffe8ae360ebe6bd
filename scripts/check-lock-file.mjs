/** Fails when the lock file names an address. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { findLockFileAddresses } from './checks/find-lock-file-addresses.mjs'
import { repositoryRoot } from './toolchain/repository-root.mjs'

const lockFile = readFileSync(path.join(repositoryRoot, 'pnpm-lock.yaml'), 'utf8')
const lines = findLockFileAddresses(lockFile)
for (const line of lines) console.error(`pnpm-lock.yaml:${line}`)
if (lines.length > 0) {
  console.error('The lock file may hold no address: install from the default registry setting.')
  process.exitCode = 1
}
