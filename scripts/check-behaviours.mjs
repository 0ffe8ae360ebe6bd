/** Fails when a test that a table of promises names is not there. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { findBehaviourBreaks, readBehaviours } from './checks/find-behaviour-breaks.mjs'
import { readTestNames } from './checks/read-test-names.mjs'
import { repositoryRoot } from './toolchain/repository-root.mjs'

const documents = ['docs/behaviours.md', 'docs/security.md']

/** @type {Map<string, ReadonlySet<string>>} */
const known = new Map()

/** @param {string} file */
function namesIn(file) {
  const location = path.join(repositoryRoot, file)
  if (!known.has(file) && existsSync(location)) {
    known.set(file, readTestNames(file, readFileSync(location, 'utf8')))
  }
  return known.get(file)
}

for (const document of documents) {
  const markdown = readFileSync(path.join(repositoryRoot, document), 'utf8')
  const breaks = findBehaviourBreaks(markdown, namesIn)
  for (const line of breaks) console.error(`${document}: ${line}`)
  if (breaks.length > 0) process.exitCode = 1
  else
    console.log(`${readBehaviours(markdown).length} rows of ${document} name a test that is there.`)
}
