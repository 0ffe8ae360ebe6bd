/**
 * @typedef {object} PlaywrightReport the part that is read of what Playwright's `json` reporter writes
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {readonly { message?: string }[]} errors
 */

/**
 * A test that passed only when it was run again has failed.
 * @param {unknown} json
 * @returns {import('./tally.mjs').Tally}
 */
export function readPlaywrightReport(json) {
  const { stats, errors } = /** @type {PlaywrightReport} */ (json)
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped,
    notes: errors.map(({ message }) => message ?? 'An error outside of the tests.'),
  }
}
