/** Fails when a file imports what its layer may not know; prints the table then. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { findLayerBreaks } from './layers/find-layer-breaks.mjs'
import { formatLayerTable } from './layers/format-layer-table.mjs'
import { listFiles } from './toolchain/list-files.mjs'
import { repositoryRoot } from './toolchain/repository-root.mjs'

const files = listFiles().filter((file) => /\.tsx?$/.test(file))
const texts = files.map((file) => /** @type {const} */ ([file, readText(file)]))
const breaks = findLayerBreaks(new Map(texts))

for (const { file, line, reason } of breaks) console.error(`${file}:${line} ${reason}`)
if (breaks.length > 0) {
  console.error(`\n${formatLayerTable()}`)
  process.exitCode = 1
}

/** @param {string} file */
function readText(file) {
  return readFileSync(path.join(repositoryRoot, file), 'utf8')
}
