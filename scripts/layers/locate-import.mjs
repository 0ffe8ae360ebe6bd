import path from 'node:path'
import { layerTable, publicDoors } from './layer-table.mjs'

/**
 * @typedef {{ kind: 'package', specifier: string }
 *   | { kind: 'ours', layer: string, file: string | undefined, isPublic: boolean }
 *   | { kind: 'unknown' }} Target `file` is not known for a public name
 */

/** Recipes are what an application would write, with their tests. @param {string} file */
export function isRecipe(file) {
  return file.startsWith('packages/loadline/src/react/recipes/')
}

/** @param {string} file */
export function findLayer(file) {
  const isOutside = file.endsWith('.stories.tsx') || isRecipe(file)
  const place = isOutside ? `.storybook/${file}` : file
  return layerTable.find(({ files }) => files.test(place))
}

/**
 * @param {string} from the file that imports
 * @param {string} specifier
 * @param {(file: string) => boolean} exists
 * @returns {Target}
 */
export function locateImport(from, specifier, exists) {
  if (specifier.startsWith('.')) {
    const file = findFile(path.posix.join(path.posix.dirname(from), specifier), exists)
    const layer = findLayer(file)
    return layer ? { kind: 'ours', layer: layer.name, file, isPublic: false } : { kind: 'unknown' }
  }
  if (!/^loadline(-server)?(\/|$)/.test(specifier)) return { kind: 'package', specifier }
  const layer = publicDoors[specifier]
  if (layer === undefined) return { kind: 'ours', layer: '', file: undefined, isPublic: false }
  return { kind: 'ours', layer, file: undefined, isPublic: true }
}

/**
 * @param {string} file as it is named in an import
 * @param {(file: string) => boolean} exists
 */
function findFile(file, exists) {
  const stem = file.replace(/\.js$/, '')
  const sources = [`${stem}.ts`, `${stem}.tsx`]
  const [first = file] = file === stem ? [] : sources
  return [file, ...sources].find((candidate) => exists(candidate)) ?? first
}
