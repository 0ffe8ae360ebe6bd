/** Fails when the built library lost a `'use client'`, or carries React where it must not. */
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { findClientBreaks } from './checks/find-client-breaks.mjs'
import { readImports } from './layers/read-imports.mjs'
import { listFiles } from './toolchain/list-files.mjs'
import { repositoryRoot } from './toolchain/repository-root.mjs'

const breaks = findClientBreaks({
  sources: readFolder('packages/loadline/src', /^(?!.*\.(test|stories)\.).*\.tsx?$/),
  modules: readFolder('packages/loadline/dist', /\.js$/),
  readImports: (file, text) => readImports(file, text).imports,
})
for (const line of breaks) console.error(`packages/loadline/dist/${line}`)
if (breaks.length > 0) process.exitCode = 1

/**
 * @param {string} folder
 * @param {RegExp} names
 */
function readFolder(folder, names) {
  const files = listFiles(folder).map((file) => file.slice(folder.length + 1))
  return new Map(
    files
      .filter((file) => names.test(file))
      .map((file) => [file, readFileSync(path.join(repositoryRoot, folder, file), 'utf8')]),
  )
}
