import { readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { runSuites } from './run-suites.mjs'

/**
 * Plants the bug in a copy, and takes it out again. The tests nearest to it run first.
 * @param {string} folder
 * @param {import('./mutant.mjs').Mutant} mutant
 * @returns {Promise<string | null>} the test that found it
 */
export async function findBug(folder, { file, find, replace, tests = [] }) {
  const place = path.join(folder, file)
  const text = readFileSync(place, 'utf8')
  writeFileSync(
    place,
    text.replace(find, () => replace),
  )
  try {
    const near = tests.length === 0 ? null : await runSuites(folder, tests)
    return near ?? (await runSuites(folder, []))
  } finally {
    writeFileSync(place, text)
  }
}
