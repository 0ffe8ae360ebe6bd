/** @typedef {{ type: string, start: number } & Record<string, unknown>} Node a node of the syntax tree */

/**
 * @param {unknown} value a tree, or a part of one
 * @param {(node: Node) => boolean | void} onNode `false`: what is below is left out
 */
export function visitNodes(value, onNode) {
  if (Array.isArray(value)) {
    for (const item of value) visitNodes(item, onNode)
  } else if (typeof value === 'object' && value !== null) {
    const node = /** @type {Node} */ (value)
    if (typeof node.type === 'string' && onNode(node) === false) return
    for (const child of Object.values(node)) visitNodes(child, onNode)
  }
}
