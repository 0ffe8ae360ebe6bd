/**
 * A check is one test: it holds or it does not.
 * @param {number} exitCode
 * @returns {import('./tally.mjs').Tally}
 */
export function countCheck(exitCode) {
  const isGood = exitCode === 0
  return { passed: isGood ? 1 : 0, failed: isGood ? 0 : 1, skipped: 0 }
}
