import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { installFromNpm } from './install-from-npm.mjs'
import { repositoryRoot } from './repository-root.mjs'

const version = '12.21.0'

/**
 * Gives the folder in which `pnpm` can be run.
 * @returns {Promise<string>}
 */
export async function ensurePnpm() {
  const modules = path.join(repositoryRoot, '.cache', 'pnpm', 'node_modules')
  const manifest = path.join(modules, 'pnpm', 'package.json')
  const isCurrent =
    existsSync(manifest) && readFileSync(manifest, 'utf8').includes(`"version": "${version}"`)
  if (!isCurrent) {
    await installFromNpm('pnpm', `pnpm@${version}`, 'Check the connection to the npm registry.')
  }
  return path.join(modules, '.bin')
}
