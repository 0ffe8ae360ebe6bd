import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { findTool } from '../test/find-tool.mjs'

/** A bug may well be an endless loop. */
const longestRunMs = 120_000

/**
 * @typedef {object} Report
 * @property {readonly {
 *   name: string,
 *   status: string,
 *   message: string,
 *   assertionResults: readonly { status: string, fullName: string }[],
 * }[]} testResults
 */

/**
 * Runs the tests of a copy until one fails.
 * @param {string} folder
 * @param {readonly string[]} words of the files' names; none: all
 * @returns {Promise<string | null>} what failed
 */
export async function runSuites(folder, words) {
  const reportFile = path.join(folder, 'report.json')
  rmSync(reportFile, { force: true })
  const args = ['run', '--reporter=json', `--outputFile=${reportFile}`, '--passWithNoTests']
  const end = await run(folder, [findTool('vitest', 'vitest'), ...args, ...words])
  if (end === 'too long') return 'no end within the time'
  if (end === 0) return null
  if (!existsSync(reportFile)) return 'the runner broke'
  return firstFailure(/** @type {Report} */ (JSON.parse(readFileSync(reportFile, 'utf8'))))
}

/**
 * @param {string} folder
 * @param {readonly string[]} args
 * @returns {Promise<number | 'too long'>}
 */
function run(folder, args) {
  return new Promise((resolve, reject) => {
    const env = { ...process.env, NO_COLOR: '1' }
    const child = spawn(process.execPath, args, { cwd: folder, env, stdio: 'ignore' })
    const timer = setTimeout(() => {
      child.kill('SIGKILL')
      resolve('too long')
    }, longestRunMs)
    child.on('error', reject)
    child.on('close', (code) => {
      clearTimeout(timer)
      resolve(code ?? 1)
    })
  })
}

/**
 * Files that were not reached any more are reported as failed too, without a word.
 * @param {Report} report
 */
function firstFailure({ testResults }) {
  for (const { name, assertionResults } of testResults) {
    const failed = assertionResults.find(({ status }) => status === 'failed')
    if (failed !== undefined) return `${path.basename(name)}: ${failed.fullName}`
  }
  const broken = testResults.find(({ status, message }) => status === 'failed' && message !== '')
  if (broken !== undefined) return `${path.basename(broken.name)} does not load`
  return 'an error outside of every test'
}
