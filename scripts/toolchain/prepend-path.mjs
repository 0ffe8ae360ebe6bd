import path from 'node:path'

/**
 * The same environment with folders put first in its search path.
 * @param {NodeJS.ProcessEnv} env
 * @param {readonly string[]} folders
 * @returns {NodeJS.ProcessEnv}
 */
export function prependPath(env, folders) {
  // Windows calls it `Path`, and a second key of another case would be ambiguous.
  const key = Object.keys(env).find((name) => name.toUpperCase() === 'PATH') ?? 'PATH'
  const parts = [...folders, env[key]].filter((part) => part !== undefined && part !== '')
  return { ...env, [key]: parts.join(path.delimiter) }
}
