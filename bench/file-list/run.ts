/**
 * How soon a list of 100,000 stored files is there, and how it scrolls, beside a bare virtual table in the same run:
 * `pnpm bench:file-list`. Ends with 1 where a budget is passed.
 */
import { median } from '../harness/median.js'
import { openBrowser } from '../harness/open-browser.js'
import { servePage } from '../harness/serve-page.js'
import type { ListFigures } from './measure.js'
import type { ContenderName } from './page.js'

const count = Number(process.argv[2] ?? 100_000)
// The speed of a machine that others use too varies by half: the median of fewer says little.
const rounds = 15
const budget = { ratio: 2.5, medianGapMs: 17, rows: 80, blankSteps: 0 }

const page = await servePage('file-list')

async function measure(name: ContenderName): Promise<ListFigures> {
  const browser = await openBrowser()
  try {
    const tab = await browser.newPage({ viewport: { width: 1200, height: 800 } })
    await tab.goto(page.url)
    return await tab.evaluate(([which, n]) => window.measureList(which, n), [name, count] as const)
  } finally {
    await browser.close()
  }
}

const pairs: (readonly [floor: ListFigures, ours: ListFigures])[] = []
for (let round = 0; round < rounds; round += 1)
  pairs.push([await measure('floor'), await measure('loadline')])
await page.close()

const floors = pairs.map(([floor]) => floor)
const ours = pairs.map(([, one]) => one)
const of = (figures: readonly ListFigures[], key: keyof ListFigures) =>
  median(figures.map((one) => one[key]))
const show = (name: string, figures: readonly ListFigures[]) =>
  [
    name.padEnd(16),
    `first row ${of(figures, 'firstRowMs').toFixed(1)} ms`,
    `gap ${of(figures, 'medianGapMs').toFixed(1)} / ${of(figures, 'longestGapMs').toFixed(1)} ms`,
    `${of(figures, 'rows')} rows`,
    `${of(figures, 'elements')} elements`,
    `blank ${of(figures, 'blankSteps')}, not loaded ${of(figures, 'unloadedSteps')} of 60 steps`,
    `longest task ${of(figures, 'longestTaskMs').toFixed(0)} ms`,
  ].join(' · ')
const ratio = median(pairs.map(([floor, one]) => one.firstRowMs / floor.firstRowMs))
const medianGapMs = of(ours, 'medianGapMs')
const rows = Math.max(...ours.map((one) => one.rows))
const blankSteps = of(ours, 'blankSteps')
process.stdout.write(
  [
    `A list of ${count} stored files, median of ${rounds} rounds (gap between frames: median / longest)`,
    show('bare table', floors),
    show('FileList', ours),
    `First row ${ratio.toFixed(2)} times the bare table, budget ${budget.ratio} · median gap ${medianGapMs.toFixed(1)} ms, budget ${budget.medianGapMs} · ${rows} rows at most, budget ${budget.rows} · blank steps ${blankSteps}, budget ${budget.blankSteps}`,
    '',
  ].join('\n'),
)
const isWithin =
  ratio <= budget.ratio &&
  medianGapMs <= budget.medianGapMs &&
  rows <= budget.rows &&
  blankSteps <= budget.blankSteps
process.exit(isWithin ? 0 : 1)
