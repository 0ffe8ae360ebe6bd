import { layerTable, refusedPackages, testAccess } from './layer-table.mjs'
import { isRecipe } from './locate-import.mjs'

/**
 * @typedef {object} Question
 * @property {string} file
 * @property {import('./layer-table.mjs').Layer} layer the file's
 * @property {import('./read-imports.mjs').Import['kind']} kind
 * @property {string} specifier
 * @property {import('./locate-import.mjs').Target} target
 */

/**
 * Why an import may not be; nothing when it may.
 * @param {Question} question
 * @returns {string | undefined}
 */
export function explainBreak(question) {
  const { target, specifier } = question
  if (target.kind === 'unknown') return undefined
  const reason =
    target.kind === 'package' ? explainPackage(question) : explainOurs({ ...question, target })
  return reason === undefined ? undefined : `imports '${specifier}': ${reason}`
}

/** A folder of `adapters` that is none, for what they have in common. */
const sharedByAdapters = 'http'

/** @param {Question} question */
function explainPackage({ file, layer, kind, specifier }) {
  if (isTest(file)) return undefined
  const onlyIn = layer.packagesIn?.[specifier]
  if (onlyIn !== undefined) {
    return onlyIn.test(file) ? undefined : `only a file that matches ${onlyIn.source} may`
  }
  if (layer.packages === 'any') {
    const isRefused = (refusedPackages[layer.name] ?? []).some((name) =>
      covers(`${name}/*`, specifier),
    )
    return isRefused ? `${layer.name} may not use it` : undefined
  }
  if (layer.packages.some((pattern) => covers(pattern, specifier))) return undefined
  if (layer.typePackages?.includes(specifier)) {
    return kind === 'type' ? undefined : `${layer.name} may import its types only`
  }
  if (layer.lazyPackages?.includes(specifier)) {
    return kind === 'static' ? `${layer.name} may load it by import() only` : undefined
  }
  return `${layer.name} may not use this package`
}

/** @param {Question & { target: Extract<import('./locate-import.mjs').Target, { kind: 'ours' }> }} question */
function explainOurs({ file, layer, kind, target }) {
  if (target.layer === '') return 'there is no such public door'
  if (layer.name === 'apps, stories, e2e') return explainOutside(file, target)
  if (target.layer === layer.name) return explainSameLayer(file, layer, target.file)
  const isExtra = isTest(file) && testAccess.layers.some((name) => name === target.layer)
  const access = layer.layers.find(({ to }) => to === target.layer)
  if (!isExtra) {
    if (access === undefined) return `${layer.name} may not know ${target.layer}`
    if (access.typesOnly && kind !== 'type') {
      return `${layer.name} may import types only of ${target.layer}`
    }
  }
  const { door } = /** @type {import('./layer-table.mjs').Layer} */ (
    layerTable.find(({ name }) => name === target.layer)
  )
  if (target.isPublic || door === undefined || target.file === door) return undefined
  return `past the door of ${target.layer} (${door})`
}

/**
 * @param {string} file
 * @param {{ layer: string, isPublic: boolean }} target
 */
function explainOutside(file, target) {
  if (target.isPublic) return undefined
  const isApp = isRecipe(file) || !file.endsWith('.stories.tsx')
  const isOwnApp = target.layer === 'apps, stories, e2e' && isApp
  return isOwnApp ? undefined : 'apps, stories and e2e come in by public doors only'
}

/**
 * @param {string} file
 * @param {import('./layer-table.mjs').Layer} layer
 * @param {string | undefined} target
 */
function explainSameLayer(file, { name, door }, target) {
  if (name === 'adapters' && target !== undefined) {
    const isOpen = [adapterOf(file), sharedByAdapters].includes(adapterOf(target))
    if (!isOpen) return 'an adapter may not know another adapter'
  }
  const entersOwnDoor = name === 'core' && target === door && !isTest(file)
  return entersOwnDoor ? 'core may not come in by its own door' : undefined
}

/** @param {string} file */
function adapterOf(file) {
  return file.replace(/^packages\/loadline\/src\/adapters\//, '').split(/[/.]/)[0]
}

/** @param {string} file */
function isTest(file) {
  return /\.test\.tsx?$/.test(file)
}

/**
 * @param {string} pattern `x`, or `x/*` for x and all below it
 * @param {string} specifier
 */
function covers(pattern, specifier) {
  if (!pattern.endsWith('/*')) return pattern === specifier
  const name = pattern.slice(0, -'/*'.length)
  return specifier === name || specifier.startsWith(`${name}/`)
}
