import { countReasons, describeFlaky } from './tally.mjs'

/**
 * @typedef {object} PlaywrightReport the part that is read of what Playwright's `json` reporter writes
 * @property {{ expected: number, unexpected: number, flaky: number, skipped: number }} stats
 * @property {readonly { message?: string }[]} errors
 * @property {readonly PlaywrightSuite[]} [suites]
 *
 * @typedef {object} PlaywrightSuite
 * @property {readonly PlaywrightSuite[]} [suites]
 * @property {readonly { title?: string, tests: readonly PlaywrightTest[] }[]} [specs]
 *
 * @typedef {object} PlaywrightTest
 * @property {string} status
 * @property {readonly { type: string, description?: string }[]} [annotations]
 * @property {string} [projectName]
 * @property {readonly { error?: { message?: string } }[]} [results] of every try
 */

/**
 * A test that passed only when it was run again has failed.
 * @param {unknown} json
 * @returns {import('./tally.mjs').Tally}
 */
export function readPlaywrightReport(json) {
  const { stats, errors, suites = [] } = /** @type {PlaywrightReport} */ (json)
  const tests = listTests(suites)
  const reasons = tests
    .filter(({ status }) => status === 'skipped')
    .flatMap(({ annotations = [] }) => annotations.find(({ type }) => type === 'skip') ?? [])
    .flatMap(({ description }) => description ?? [])
  return {
    passed: stats.expected,
    failed: stats.unexpected + stats.flaky + errors.length,
    skipped: stats.skipped - reasons.length,
    notRun: countReasons(reasons),
    notes: errors.map(({ message }) => message ?? 'An error outside of the tests.'),
    flaky: tests
      .filter(({ status }) => status === 'flaky')
      .map(({ projectName = '', title, results = [] }) =>
        describeFlaky([projectName, title], results[0]?.error?.message),
      ),
  }
}

/**
 * @param {readonly PlaywrightSuite[]} suites
 * @returns {(PlaywrightTest & { title: string })[]}
 */
function listTests(suites) {
  return suites.flatMap(({ suites: inner = [], specs = [] }) => [
    ...specs.flatMap(({ title = '', tests }) => tests.map((test) => ({ ...test, title }))),
    ...listTests(inner),
  ])
}
