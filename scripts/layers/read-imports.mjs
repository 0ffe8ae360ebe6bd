import { parseSync } from 'oxc-parser'
import { visitNodes } from '../toolchain/visit-nodes.mjs'

/**
 * @typedef {object} Import
 * @property {string} specifier
 * @property {number} line
 * @property {'static' | 'lazy' | 'type'} kind
 *
 * @typedef {object} ModuleFacts
 * @property {readonly Import[]} imports
 * @property {number | undefined} defaultExportLine
 */

/**
 * Everything that a file imports, in whatever form: `import`, `export … from`, `import()`, and the types
 * of each.
 * @param {string} file
 * @param {string} text
 * @returns {ModuleFacts}
 */
export function readImports(file, text) {
  const { program, errors } = parseSync(file, text)
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`)
  /** @type {Import[]} */
  const imports = []
  /** @type {number | undefined} */
  let defaultExportLine
  visitNodes(program, (node) => {
    const line = lineAt(text, node.start)
    const found = readImport(node)
    if (found !== undefined) imports.push({ ...found, line })
    if (exportsDefault(node)) defaultExportLine = line
  })
  return { imports, defaultExportLine }
}

/** @typedef {import('../toolchain/visit-nodes.mjs').Node} Node */

/**
 * @param {Node} node
 * @returns {Pick<Import, 'specifier' | 'kind'> | undefined}
 */
function readImport(node) {
  const specifier = /** @type {{ value?: unknown } | null | undefined} */ (node['source'])?.value
  if (typeof specifier !== 'string') return undefined
  switch (node.type) {
    case 'ImportDeclaration':
    case 'ExportNamedDeclaration':
    case 'ExportAllDeclaration':
      return { specifier, kind: isTypeOnly(node) ? 'type' : 'static' }
    case 'ImportExpression':
      return { specifier, kind: 'lazy' }
    case 'TSImportType':
      return { specifier, kind: 'type' }
    default:
      return undefined
  }
}

/** @param {Node} node */
function isTypeOnly(node) {
  if (node['importKind'] === 'type' || node['exportKind'] === 'type') return true
  const names = /** @type {readonly Record<string, unknown>[]} */ (node['specifiers'] ?? [])
  return (
    names.length > 0 &&
    names.every((name) => name['importKind'] === 'type' || name['exportKind'] === 'type')
  )
}

/** @param {Node} node */
function exportsDefault(node) {
  if (node.type === 'ExportDefaultDeclaration') return true
  const exported = /** @type {{ name?: unknown } | undefined} */ (node['exported'])
  return node.type === 'ExportSpecifier' && exported?.name === 'default'
}

/**
 * @param {string} text
 * @param {number} offset
 */
function lineAt(text, offset) {
  return text.slice(0, offset).split('\n').length
}
