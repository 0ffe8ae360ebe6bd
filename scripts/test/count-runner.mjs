/**
 * The last word on a test runner: a report alone is not believed. A runner that ended badly, or left no
 * report, or ran nothing, has failed at least once.
 * @param {import('./tally.mjs').Tally | undefined} report what its report says; none when it left none
 * @param {number} exitCode
 * @returns {import('./tally.mjs').Tally}
 */
export function countRunner(report, exitCode) {
  if (report === undefined) {
    return { passed: 0, failed: 1, skipped: 0, notes: ['It left no readable report.'] }
  }
  const isEmpty = report.passed + report.failed + report.skipped === 0
  if (isEmpty && (report.notRun ?? []).length === 0) {
    return { passed: 0, failed: 1, skipped: 0, notes: ['It ran no test.'] }
  }
  if (exitCode !== 0 && report.failed === 0) {
    const note = `It ended with code ${exitCode}, though no test failed.`
    return { ...report, failed: 1, notes: [...(report.notes ?? []), note] }
  }
  return report
}
