import { countReasons, describeFlaky } from './tally.mjs'

/**
 * @typedef {object} VitestReport the part that is read of what Vitest's `json` reporter writes
 * @property {number} numPassedTests
 * @property {number} numFailedTests
 * @property {number} numPendingTests
 * @property {number} numTodoTests
 * @property {readonly VitestFile[]} testResults
 *
 * @typedef {object} VitestFile
 * @property {string} name
 * @property {string} status
 * @property {readonly VitestResult[]} assertionResults
 *
 * @typedef {object} VitestResult
 * @property {string} status
 * @property {readonly string[]} [ancestorTitles]
 * @property {string} [title]
 * @property {readonly string[]} [failureMessages] of every try
 */

/** How a skipped group of tests is called that tells why. */
const notRunTitle = /^not run: (.+)$/

/**
 * A test that passed only when it was run again has failed.
 * @param {unknown} json
 * @returns {import('./tally.mjs').Tally}
 */
export function readVitestReport(json) {
  const report = /** @type {VitestReport} */ (json)
  // A file that fails to load, or fails around its tests, has no failed test to show for it.
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === 'failed' && assertionResults.every((result) => result.status !== 'failed'),
  )
  const results = report.testResults.flatMap(({ assertionResults }) => assertionResults)
  const reasons = results
    .filter(({ status }) => status === 'skipped' || status === 'pending')
    .flatMap(({ ancestorTitles = [] }) => findReason(ancestorTitles) ?? [])
  const flaky = results
    .filter(({ status, failureMessages = [] }) => status === 'passed' && failureMessages.length > 0)
    .map(({ ancestorTitles = [], title = '', failureMessages = [] }) =>
      describeFlaky([...ancestorTitles, title], failureMessages[0]),
    )
  return {
    passed: report.numPassedTests - flaky.length,
    failed: report.numFailedTests + broken.length + flaky.length,
    skipped: report.numPendingTests + report.numTodoTests - reasons.length,
    notRun: countReasons(reasons),
    notes: broken.map(({ name }) => `${name} failed outside of its tests.`),
    flaky,
  }
}

/** @param {readonly string[]} titles */
function findReason(titles) {
  return titles.map((title) => notRunTitle.exec(title)?.[1]).find((reason) => reason !== undefined)
}
