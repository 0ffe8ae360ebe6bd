import { existsSync, readFileSync } from 'node:fs'

/**
 * @param {string} file
 * @param {(json: unknown) => import('./tally.mjs').Tally} read
 * @returns {import('./tally.mjs').Tally | undefined} none when there is no report, or not a whole one
 */
export function readReportFile(file, read) {
  if (!existsSync(file)) return undefined
  try {
    return read(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return undefined
  }
}
