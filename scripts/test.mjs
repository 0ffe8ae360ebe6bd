/** `npm test` and, with `--deep`, `npm run test:deep`: every stage, its time, and one closing line. */
import { listDeepStages, listStages } from './test/list-stages.mjs'
import { readTestOptions, selectStages } from './test/read-test-options.mjs'
import { runStages } from './test/run-stages.mjs'
import { formatTally, nothing, sumTallies } from './test/tally.mjs'
import { ensureBrowsers } from './toolchain/ensure-browsers.mjs'
import { ensureToolchain } from './toolchain/ensure-toolchain.mjs'
import { listFiles } from './toolchain/list-files.mjs'
import { runMain } from './toolchain/run-main.mjs'

await runMain(async () => {
  const { isDeep, only } = readTestOptions(process.argv.slice(2))
  if (isDeep && !listFiles('e2e').some((file) => /^e2e\/deep\/.*\.spec\.ts$/.test(file))) {
    console.log('There are no long tests yet: e2e/deep holds none.')
    console.log(formatTally(nothing))
    return 0
  }
  const startedAt = Date.now()
  const toolchain = await ensureToolchain()
  const browsers = await ensureBrowsers(toolchain.env)
  console.log(`setup       ${((Date.now() - startedAt) / 1000).toFixed(1)} s`)
  const stages = isDeep
    ? listDeepStages(toolchain.node, browsers.paths)
    : listStages(toolchain.node)
  const env = { ...browsers.env, NO_COLOR: '1', STORYBOOK_DISABLE_TELEMETRY: '1' }
  const { tallies, notRun, flaky } = await runStages(
    selectStages(stages, only),
    env,
    browsers.paths,
  )
  for (const test of flaky) console.log(`passed only when it was run again: ${test}`)
  for (const { count, reason } of notRun) console.log(`not run: ${count} (${reason})`)
  console.log(`total       ${((Date.now() - startedAt) / 1000).toFixed(1)} s\n`)
  const total = sumTallies(tallies)
  console.log(formatTally(total))
  return total.failed === 0 ? 0 : 1
})
