import { readdirSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from './repository-root.mjs'

const skipped = new Set(['node_modules', 'dist', '.cache', '.data', '.git', 'test-results'])

/**
 * Every file of ours, by its path from the root with forward slashes.
 * @param {string} [folder]
 * @returns {string[]}
 */
export function listFiles(folder = '') {
  return readdirSync(path.join(repositoryRoot, folder), { withFileTypes: true }).flatMap(
    (entry) => {
      const file = folder === '' ? entry.name : `${folder}/${entry.name}`
      if (entry.isDirectory()) return skipped.has(entry.name) ? [] : listFiles(file)
      return entry.isFile() ? [file] : []
    },
  )
}
