import { stripVTControlCharacters } from 'node:util'
import { runStage } from './run-stage.mjs'
import { startStageProgress } from './stage-progress.mjs'
import { formatTally } from './tally.mjs'

/**
 * Runs every stage, also after a failed one: all that is wrong is to be seen at once.
 * @param {readonly import('./list-stages.mjs').Stage[]} stages
 * @param {NodeJS.ProcessEnv} env
 * @param {import('../toolchain/ensure-browsers.mjs').BrowserPaths} browsers
 */
export async function runStages(stages, env, browsers) {
  /** @type {import('./tally.mjs').Tally[]} */
  const tallies = []
  /** @type {import('./tally.mjs').NotRun[]} */
  const notRun = []
  /** @type {string[]} */
  const flaky = []
  for (const stage of stages) {
    const progress = startStageProgress(stage.name)
    const missing = (stage.needs ?? []).filter((browser) => browsers[browser] === undefined)
    if (missing.length > 0) {
      const reason = `stage ${stage.name}: no ${missing.join(', no ')}`
      notRun.push({ count: 1, reason })
      progress.end('not run')
      continue
    }
    const { tally, output } = await runStage(stage, env, progress.onOutput)
    progress.end(formatTally(tally))
    tallies.push(tally)
    for (const { count, reason } of tally.notRun ?? []) {
      notRun.push({ count, reason: `tests of ${stage.name}: ${reason}` })
    }
    if (tally.failed > 0) printFailure(stage.name, output, tally.notes ?? [])
    notRun.push(...listMissingRuns(stage, tally, browsers))
    flaky.push(...(tally.flaky ?? []).map((test) => `${stage.name} › ${test}`))
  }
  return { tallies, notRun, flaky }
}

/**
 * A stage that repeats its tests in each browser leaves out those that are not there.
 * @param {import('./list-stages.mjs').Stage} stage
 * @param {import('./tally.mjs').Tally} tally
 * @param {import('../toolchain/ensure-browsers.mjs').BrowserPaths} browsers
 * @returns {import('./tally.mjs').NotRun[]}
 */
function listMissingRuns({ name, runsIn = [] }, tally, browsers) {
  const missing = runsIn.filter((browser) => browsers[browser] === undefined)
  const told = (tally.notRun ?? []).reduce((sum, { count }) => sum + count, 0)
  const all = tally.passed + tally.failed + tally.skipped + told
  const perBrowser = all / Math.max(1, runsIn.length - missing.length)
  return missing.map((browser) => ({
    count: Math.round(perBrowser),
    reason: `tests of ${name}: no ${browser}`,
  }))
}

/**
 * @param {string} name
 * @param {string} output
 * @param {readonly string[]} notes
 */
function printFailure(name, output, notes) {
  console.log(`\n──── ${name} ────\n${stripVTControlCharacters(output).trim()}`)
  for (const note of notes) console.log(note)
  console.log(`──── end of ${name} ────\n`)
}
