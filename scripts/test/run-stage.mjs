import { mkdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { countCheck } from './count-check.mjs'
import { countRunner } from './count-runner.mjs'
import { readReportFile } from './read-report-file.mjs'
import { runStep } from './run-step.mjs'

const defaultTimeoutMinutes = 25

/**
 * @param {import('./list-stages.mjs').Stage} stage
 * @param {NodeJS.ProcessEnv} env
 * @param {(text: string) => void} onOutput
 * @returns {Promise<{ tally: import('./tally.mjs').Tally, output: string }>}
 */
export async function runStage(stage, env, onOutput) {
  if (stage.report !== undefined) {
    // A report of the last run must not be taken for one of this run.
    rmSync(stage.report.file, { force: true })
    mkdirSync(path.dirname(stage.report.file), { recursive: true })
  }
  let output = ''
  let exitCode = 0
  for (const step of stage.steps) {
    if (exitCode !== 0) break
    const timeoutMs = (stage.timeoutMinutes ?? defaultTimeoutMinutes) * 60_000
    exitCode = await runStep(step, env, timeoutMs, (text) => {
      output += text
      onOutput(text)
    })
  }
  return { tally: countStage(stage, exitCode), output }
}

/**
 * @param {import('./list-stages.mjs').Stage} stage
 * @param {number} exitCode
 */
function countStage({ report }, exitCode) {
  if (report === undefined) return countCheck(exitCode)
  return countRunner(readReportFile(report.file, report.read), exitCode)
}
