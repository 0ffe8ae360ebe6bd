/** Where a runner looks, or the type checker. What looks like a test and stands nowhere here is never run. */
const knownPatterns = [
  /^(packages|apps|scripts|e2e)\/.*\.test\.ts$/,
  /^packages\/.*\.browser\.test\.tsx?$/,
  /^(packages|apps)\/.*\.jsdom\.test\.tsx$/,
  /^packages\/loadline\/src\/.*\.stories\.tsx$/,
  /^e2e\/[^/]+\.spec\.ts$/,
  /^e2e\/(deep|next)\/[^/]+\.spec\.ts$/,
  /^\.storybook\/[^/]+\.browser\.test\.tsx$/,
]

const testLike = /(^|[._-])(test|tests|spec|specs|story|stories)\.[cm]?[jt]sx?$|(^|\/)__tests__\//

/**
 * @param {readonly string[]} files paths from the root
 * @returns {string[]} those that look like tests and that no runner would find
 */
export function findStrays(files) {
  return files.filter(
    (file) => testLike.test(file) && !knownPatterns.some((pattern) => pattern.test(file)),
  )
}
