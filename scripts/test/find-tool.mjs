import { readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../toolchain/repository-root.mjs'

/**
 * The script behind a tool's command, to be run by Node itself: no shell and no `.cmd` file between.
 * @param {string} packageName
 * @param {string} [command] when it is not called like the package
 */
export function findTool(packageName, command = packageName) {
  const folder = path.join(repositoryRoot, 'node_modules', packageName)
  const { bin } = /** @type {{ bin: string | Record<string, string> }} */ (
    JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'))
  )
  const file = typeof bin === 'string' ? bin : bin[command]
  if (file === undefined) throw new Error(`${packageName} has no command ${command}`)
  return path.join(folder, file)
}
