import { layerTable } from './layer-table.mjs'

/** The table as text, for whoever has just run into a wall. */
export function formatLayerTable() {
  const rows = layerTable.map((layer) => [
    layer.name,
    describeLayers(layer) || 'nothing of ours',
    describePackages(layer) || 'none',
    layer.never,
  ])
  const all = [['layer', 'may import of ours', 'packages', 'never'], ...rows]
  const widths = [0, 1, 2].map((column) => Math.max(...all.map((row) => row[column]?.length ?? 0)))
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** @param {import('./layer-table.mjs').Layer} layer */
function describeLayers({ name, layers }) {
  if (name === 'apps, stories, e2e') return 'public doors'
  return layers.map(({ to, typesOnly }) => (typesOnly ? `types of ${to}` : to)).join(', ')
}

/** @param {import('./layer-table.mjs').Layer} layer */
function describePackages({ packages, typePackages = [], lazyPackages = [], packagesIn = {} }) {
  if (packages === 'any') return 'any'
  return [
    ...packages,
    ...Object.keys(packagesIn).map((name) => `${name} (one place)`),
    ...typePackages.map((name) => `${name} (types)`),
    ...lazyPackages.map((name) => `${name} (import())`),
  ].join(', ')
}
