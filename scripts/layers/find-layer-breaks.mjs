import { explainBreak } from './explain-break.mjs'
import { findFolderCycles } from './find-folder-cycles.mjs'
import { findLayer, locateImport } from './locate-import.mjs'
import { readImports } from './read-imports.mjs'

/**
 * @typedef {object} LayerBreak
 * @property {string} file
 * @property {number} line
 * @property {string} reason
 */

/**
 * @param {ReadonlyMap<string, string>} files their text by their path from the root
 * @returns {LayerBreak[]}
 */
export function findLayerBreaks(files) {
  /** @type {LayerBreak[]} */
  const breaks = []
  /** @type {import('./find-folder-cycles.mjs').Edge[]} */
  const edges = []
  for (const [file, text] of files) {
    const layer = findLayer(file)
    if (layer === undefined) continue
    const { imports, defaultExportLine } = readImports(file, text)
    for (const { specifier, line, kind } of imports) {
      const target = locateImport(file, specifier, (name) => files.has(name))
      const reason = explainBreak({ file, layer, kind, specifier, target })
      if (reason !== undefined) breaks.push({ file, line, reason })
      if (target.kind === 'ours' && target.file !== undefined) {
        edges.push({ from: file, to: target.file, line })
      }
    }
    if (defaultExportLine !== undefined && mustNameExports(file)) {
      breaks.push({ file, line: defaultExportLine, reason: 'a default export: name it' })
    }
  }
  return [...breaks, ...findFolderCycles(edges)]
}

/** Storybook's format asks for a default export. @param {string} file */
function mustNameExports(file) {
  return /^packages\/[^/]+\/src\//.test(file) && !file.endsWith('.stories.tsx')
}
