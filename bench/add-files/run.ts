/**
 * What it costs to add 10,000 files to a queue whose list is on the page, as a ratio to a bare React store in the same
 * run: `pnpm bench:add`. Ends with 1 where a budget is passed.
 */
import { median } from '../harness/median.js'
import { openBrowser } from '../harness/open-browser.js'
import { servePage } from '../harness/serve-page.js'
import type { AddFigures } from './page.js'

const count = 10_000
const rounds = 9
const budget = { ratio: 4, longestTaskMs: 100, writes: 1 }

const served = await servePage('add-files')
const browser = await openBrowser()

async function measure(name: 'floor' | 'ours'): Promise<AddFigures> {
  const page = await browser.newPage()
  await page.goto(served.url)
  const figures = await page.evaluate(([which, n]) => window.measure(which, n), [
    name,
    count,
  ] as const)
  await page.close()
  if (figures.shown !== count) throw new Error(`${name} shows ${figures.shown} of ${count} files.`)
  return figures
}

const pairs: (readonly [floor: AddFigures, ours: AddFigures])[] = []
for (let round = 0; round < rounds; round += 1)
  pairs.push([await measure('floor'), await measure('ours')])
await browser.close()
await served.close()

const ratio = median(pairs.map(([floor, ours]) => ours.ms / floor.ms))
const longestTaskMs = median(pairs.map(([, ours]) => ours.longestTaskMs))
const writes = Math.max(...pairs.map(([, ours]) => ours.writes))
process.stdout.write(
  [
    `Adding ${count} files, a bare React store: ${median(pairs.map(([floor]) => floor.ms)).toFixed(1)} ms`,
    `Adding ${count} files, the queue:          ${median(pairs.map(([, ours]) => ours.ms)).toFixed(1)} ms`,
    `Ratio ${ratio.toFixed(2)}, budget ${budget.ratio} · longest task ${longestTaskMs} ms, budget ${budget.longestTaskMs} · store writes ${writes}, budget ${budget.writes}`,
    '',
  ].join('\n'),
)
const isWithin =
  ratio <= budget.ratio && longestTaskMs <= budget.longestTaskMs && writes <= budget.writes
process.exit(isWithin ? 0 : 1)
