/** Fails when a test that `docs/behaviours.md` names is not there. */
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { findBehaviourBreaks, readBehaviours } from './checks/find-behaviour-breaks.mjs'
import { readTestNames } from './checks/read-test-names.mjs'
import { repositoryRoot } from './toolchain/repository-root.mjs'

const document = readFileSync(path.join(repositoryRoot, 'docs/behaviours.md'), 'utf8')

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

const breaks = findBehaviourBreaks(document, namesIn)
for (const line of breaks) console.error(`docs/behaviours.md: ${line}`)
if (breaks.length > 0) process.exitCode = 1
else
  console.log(
    `${readBehaviours(document).length} rows of docs/behaviours.md name a test that is there.`,
  )
