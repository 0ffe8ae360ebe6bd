import path from 'node:path'
import { repositoryRoot } from './repository-root.mjs'
import { runNpm } from './run-npm.mjs'
import { SetupError } from './setup-error.mjs'

/**
 * Puts one package of the npm registry under `.cache`, away from the workspace's own dependencies.
 * @param {string} folder a name inside `.cache`
 * @param {string} specifier name@version
 * @param {string} advice what to do when the registry cannot give it
 */
export async function installFromNpm(folder, specifier, advice) {
  console.log(`Installing ${specifier} …`)
  const prefix = path.join(repositoryRoot, '.cache', folder)
  const flags = ['--no-save', '--no-audit', '--no-fund', '--no-update-notifier']
  const { code, output } = await runNpm(['install', '--prefix', prefix, ...flags, specifier])
  if (code !== 0) {
    throw new SetupError(`npm could not install ${specifier}. ${advice}\n\n${output.trim()}`)
  }
}
