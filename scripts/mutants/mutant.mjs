/**
 * A bug to plant. `find` stands once in `file`: the list must not rot when the code moves on.
 * @typedef {object} Mutant
 * @property {string} name what goes wrong
 * @property {string} file from the root of the repository
 * @property {string} find
 * @property {string} replace
 * @property {readonly string[]} [tests] run before the others: words of their files' names
 */

const core = 'packages/loadline/src/core'

/**
 * Bugs of one file.
 * @param {string} file below `core`, or from the root
 * @param {readonly string[]} tests
 * @param {readonly (readonly [name: string, find: string, replace: string])[]} bugs
 * @returns {readonly Mutant[]}
 */
export function bugsIn(file, tests, bugs) {
  const place = file.startsWith('packages/') ? file : `${core}/${file}`
  return bugs.map(([name, find, replace]) => ({ name, file: place, find, replace, tests }))
}
