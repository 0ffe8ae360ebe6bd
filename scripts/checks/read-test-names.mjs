import { parseSync } from 'oxc-parser'
import { visitNodes } from '../toolchain/visit-nodes.mjs'

/** @typedef {import('../toolchain/visit-nodes.mjs').Node} Node */

/** Suites of cases, like `describeTransport`, too. */
const runner = /^(it|test|describe\w*)$/
const notRun = new Set(['skip', 'todo', 'fixme'])

/**
 * The names of the tests and groups of a file as they are written there, placeholders included; those of a suite of
 * cases, which are data, too. What is skipped for good has no name.
 * @param {string} file
 * @param {string} text
 * @returns {ReadonlySet<string>}
 */
export function readTestNames(file, text) {
  const { program, errors } = parseSync(file, text)
  if (errors[0] !== undefined) throw new Error(`${file}: ${errors[0].message}`)
  /** @type {Set<string>} */
  const names = new Set()
  visitNodes(program, (node) => {
    const words = node.type === 'CallExpression' ? wordsOf(node['callee']) : []
    const isRunner = runner.test(words[0] ?? '')
    if (isRunner && words.some((word) => notRun.has(word))) return false
    const name = isRunner ? textOf(firstArgument(node)) : caseName(node)
    if (name !== undefined) names.add(name)
    return true
  })
  return names
}

/**
 * `it.each(…)` is `it`, `each`.
 * @param {unknown} callee
 * @returns {readonly string[]}
 */
function wordsOf(callee) {
  const node = /** @type {Node} */ (callee)
  if (node.type === 'Identifier') return [String(node['name'])]
  if (node.type === 'CallExpression') return wordsOf(node['callee'])
  if (node.type !== 'MemberExpression') return []
  const property = /** @type {Node} */ (node['property'])
  return [...wordsOf(node['object']), String(property['name'])]
}

/** @param {Node} node */
function firstArgument(node) {
  return /** @type {readonly Node[]} */ (node['arguments'])[0]
}

/** @param {Node} node */
function caseName(node) {
  const key = /** @type {Node | undefined} */ (node['key'])
  if (node.type !== 'Property' || key?.['name'] !== 'name') return undefined
  return textOf(/** @type {Node} */ (node['value']))
}

/** @param {Node | undefined} node */
function textOf(node) {
  return node?.type === 'Literal' && typeof node['value'] === 'string' ? node['value'] : undefined
}
