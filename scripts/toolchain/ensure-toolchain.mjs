import path from 'node:path'
import { ensureDependencies } from './ensure-dependencies.mjs'
import { ensureNode } from './ensure-node.mjs'
import { ensurePnpm } from './ensure-pnpm.mjs'
import { prependPath } from './prepend-path.mjs'
import { repositoryRoot } from './repository-root.mjs'

/**
 * @typedef {object} Toolchain
 * @property {string} node the Node that everything but these scripts runs on
 * @property {NodeJS.ProcessEnv} env ours, with that Node, pnpm and the workspace's tools first in its path
 */

/**
 * Brings the machine to where the project can run: says what it installs, and nothing when all is there.
 * @returns {Promise<Toolchain>}
 */
export async function ensureToolchain() {
  const node = await ensureNode()
  const env = prependPath(process.env, [
    path.dirname(node),
    await ensurePnpm(),
    path.join(repositoryRoot, 'node_modules', '.bin'),
  ])
  await ensureDependencies(env)
  return { node, env }
}
