/**
 * @typedef {object} Tally
 * @property {number} passed
 * @property {number} failed
 * @property {number} skipped
 * @property {readonly string[]} [notes] why something was counted as failed that no test said
 * @property {readonly NotRun[]} [notRun] tests that told why they could not run: counted here alone
 * @property {readonly string[]} [flaky] tests that failed and passed the second time, with what they said: among the
 *   failed, and named at the end
 *
 * @typedef {object} NotRun
 * @property {number} count
 * @property {string} reason
 */

/** @type {Tally} */
export const nothing = { passed: 0, failed: 0, skipped: 0 }

/**
 * @param {readonly Tally[]} tallies
 * @returns {Tally}
 */
export function sumTallies(tallies) {
  return tallies.reduce(
    (sum, tally) => ({
      passed: sum.passed + tally.passed,
      failed: sum.failed + tally.failed,
      skipped: sum.skipped + tally.skipped,
    }),
    nothing,
  )
}

/** @param {Tally} tally */
export function formatTally({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`
}

/**
 * @param {readonly string[]} reasons one for each test
 * @returns {readonly NotRun[]}
 */
export function countReasons(reasons) {
  return [...new Set(reasons)].map((reason) => ({
    count: reasons.filter((one) => one === reason).length,
    reason,
  }))
}

/**
 * @param {readonly string[]} titles
 * @param {string | undefined} message
 */
export function describeFlaky(titles, message = 'no message') {
  return `${titles.join(' › ')}: ${message.split('\n', 1)[0]}`
}
