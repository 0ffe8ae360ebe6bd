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
 * @property {readonly { status: string }[]} assertionResults
 */

/**
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
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + broken.length,
    skipped: report.numPendingTests + report.numTodoTests,
    notes: broken.map(({ name }) => `${name} failed outside of its tests.`),
  }
}
