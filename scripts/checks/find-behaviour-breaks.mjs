/**
 * @typedef {object} Behaviour one row of a table `| promise | test | file |`
 * @property {string} promise
 * @property {string} test
 * @property {string} file
 */

const row = /^\| (?<promise>[^|]+?) +\| `(?<test>[^`]+)` +\| `(?<file>[^`]+)` +\|$/

/**
 * @param {string} markdown
 * @returns {readonly Behaviour[]}
 */
export function readBehaviours(markdown) {
  return markdown.split('\n').flatMap((line) => {
    const { promise, test, file } = row.exec(line)?.groups ?? {}
    if (promise === undefined || test === undefined || file === undefined) return []
    return [{ promise, test: test.replaceAll(String.raw`\|`, '|'), file }]
  })
}

/**
 * What the tables say that is not so. A row that cannot be read would prove nothing, so it is one too.
 * @param {string} markdown
 * @param {(file: string) => ReadonlySet<string> | undefined} namesIn the names of the tests of a file
 * @returns {readonly string[]}
 */
export function findBehaviourBreaks(markdown, namesIn) {
  const behaviours = readBehaviours(markdown)
  const isRow = (/** @type {string} */ line) =>
    line.startsWith('|') && !/^\| (-|promise)/.test(line)
  const unread = markdown.split('\n').filter((line) => isRow(line) && !row.test(line))
  return [
    ...(behaviours.length === 0 ? ['There is no behaviour.'] : []),
    ...unread.map((line) => `A row that cannot be read: ${line}`),
    ...behaviours.flatMap(({ promise, test, file }) => {
      const names = namesIn(file)
      if (names === undefined) return [`"${promise}": there is no file ${file}`]
      return names.has(test) ? [] : [`"${promise}": ${file} has no test "${test}"`]
    }),
  ]
}
