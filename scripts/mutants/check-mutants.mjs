import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { repositoryRoot } from '../toolchain/repository-root.mjs'
import { SetupError } from '../toolchain/setup-error.mjs'

/**
 * @param {readonly import('./mutant.mjs').Mutant[]} mutants
 * @throws {SetupError} where the list no longer fits the code
 */
export function checkMutants(mutants) {
  const problems = mutants.flatMap((mutant) => {
    const problem = explain(mutant)
    return problem === undefined ? [] : [`${mutant.file}\n  "${mutant.name}": ${problem}`]
  })
  const names = mutants.map(({ name }) => name)
  const twice = names.filter((name, at) => names.indexOf(name) !== at)
  problems.push(...twice.map((name) => `"${name}" stands twice in the list.`))
  if (problems.length === 0) return
  throw new SetupError(`These planted bugs no longer fit the code:\n\n${problems.join('\n')}`)
}

/** @param {import('./mutant.mjs').Mutant} mutant */
function explain({ file, find, replace }) {
  const place = path.join(repositoryRoot, file)
  if (!existsSync(place)) return 'the file is gone. Name the one that has this code now.'
  const times = readFileSync(place, 'utf8').split(find).length - 1
  if (times === 0) return `the text to change is gone: ${find}`
  if (times > 1) return `the text to change stands there ${times} times: ${find}`
  return find === replace ? 'it changes nothing.' : undefined
}
