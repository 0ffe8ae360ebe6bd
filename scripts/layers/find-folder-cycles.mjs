/**
 * @typedef {object} Edge an import from one file to another
 * @property {string} from
 * @property {string} to
 * @property {number} line
 */

const core = /^packages\/loadline\/src\/core\/([^/]+)\//

/**
 * The folders of core stand in an order, each knowing only those below it: an import that closes a circle
 * is reported. Types count too, since a circle of types is a circle in the reader's head.
 * @param {readonly Edge[]} edges
 * @returns {import('./find-layer-breaks.mjs').LayerBreak[]}
 */
export function findFolderCycles(edges) {
  const between = edges.flatMap((edge) => {
    const from = core.exec(edge.from)?.[1]
    const to = core.exec(edge.to)?.[1]
    const isBetween = from !== undefined && to !== undefined && from !== to
    return isBetween && !/\.test\.tsx?$/.test(edge.from)
      ? [{ ...edge, fromFolder: from, toFolder: to }]
      : []
  })
  /** @type {Map<string, Set<string>>} */
  const below = new Map()
  for (const { fromFolder, toFolder } of between) {
    below.set(fromFolder, (below.get(fromFolder) ?? new Set()).add(toFolder))
  }
  return between
    .filter(({ fromFolder, toFolder }) => reaches(below, toFolder, fromFolder))
    .map(({ from, line, fromFolder, toFolder }) => ({
      file: from,
      line,
      reason: `core/${fromFolder} and core/${toFolder} import each other, directly or by a third folder`,
    }))
}

/**
 * @param {ReadonlyMap<string, ReadonlySet<string>>} below
 * @param {string} from
 * @param {string} to
 * @param {Set<string>} [seen]
 * @returns {boolean}
 */
function reaches(below, from, to, seen = new Set()) {
  if (from === to) return true
  if (seen.has(from)) return false
  seen.add(from)
  return [...(below.get(from) ?? [])].some((next) => reaches(below, next, to, seen))
}
