import { createHash } from 'node:crypto'
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from './repository-root.mjs'
import { runCommand } from './run-command.mjs'
import { SetupError } from './setup-error.mjs'

/** Inside `node_modules`, so that it goes when they go. */
const stampFile = path.join(repositoryRoot, 'node_modules', '.loadline-installed')

/**
 * Installs what the lock file says, unless that is what stands there.
 * @param {NodeJS.ProcessEnv} env has pnpm and the right Node on its path
 */
export async function ensureDependencies(env) {
  const wanted = hashManifests()
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === wanted) return
  console.log('Installing dependencies …')
  const args = ['install', '--frozen-lockfile', '--config.confirm-modules-purge=false']
  const { code, output } = await runCommand('pnpm', args, {
    env,
    shell: process.platform === 'win32',
  })
  if (code !== 0) {
    const advice = output.includes('FROZEN_LOCKFILE')
      ? 'The lock file does not fit the package.json files: run `pnpm install` and commit it.'
      : 'Check the connection to the npm registry, and run the command again.'
    throw new SetupError(`pnpm could not install the dependencies. ${advice}\n\n${output.trim()}`)
  }
  writeFileSync(stampFile, wanted)
}

function hashManifests() {
  const hash = createHash('sha256')
  for (const file of ['pnpm-lock.yaml', 'pnpm-workspace.yaml', ...manifests()]) {
    hash.update(file).update(readFileSync(path.join(repositoryRoot, file)))
  }
  return hash.digest('hex')
}

function manifests() {
  const nested = ['packages', 'apps'].flatMap((group) =>
    readdirSync(path.join(repositoryRoot, group)).map((name) => path.join(group, name)),
  )
  return ['.', 'e2e', ...nested]
    .map((folder) => path.join(folder, 'package.json'))
    .filter((file) => existsSync(path.join(repositoryRoot, file)))
    .toSorted()
}
