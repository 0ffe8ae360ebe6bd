/**
 * What many small files take, from adding to the last finalise, beside a bare loop over the same backend in the same
 * run: `pnpm bench small-files`. Ends with 1 where a budget is passed.
 */
import { median } from '../harness/median.js'
import { openBrowser } from '../harness/open-browser.js'
import { serveBackend } from '../harness/serve-backend.js'
import { servePage } from '../harness/serve-page.js'
import type { UploadFigures } from './page.js'

const rounds = 3
const works = [
  { title: '300 files of 10 kB, no added latency', count: 300, latencyMs: 0, budget: 0.7 },
  { title: '100 files of 10 kB, 20 ms for each answer', count: 100, latencyMs: 20, budget: 0.7 },
] as const

type Work = (typeof works)[number]

const page = await servePage('small-files')
const backend = await serveBackend(new URL(page.url).origin)

async function measure(
  name: 'floor' | 'loadline',
  { count, latencyMs }: Work,
): Promise<UploadFigures> {
  const browser = await openBrowser()
  try {
    const tab = await browser.newPage()
    await tab.goto(page.url)
    const network = await tab.context().newCDPSession(tab)
    await network.send('Network.emulateNetworkConditions', {
      offline: false,
      latency: latencyMs,
      downloadThroughput: -1,
      uploadThroughput: -1,
    })
    const work = { apiUrl: backend.apiUrl, count, size: 10_000, lanes: 6 }
    return await tab.evaluate(([which, w]) => window.measureUploads(which, w), [
      name,
      work,
    ] as const)
  } finally {
    await browser.close()
  }
}

let isWithin = true
for (const work of works) {
  const pairs: (readonly [floor: UploadFigures, ours: UploadFigures])[] = []
  for (let round = 0; round < rounds; round += 1)
    pairs.push([await measure('floor', work), await measure('loadline', work)])
  const ratio = median(pairs.map(([floor, ours]) => ours.ms / floor.ms))
  isWithin &&= ratio <= work.budget
  const show = (figures: readonly UploadFigures[]) =>
    `${(median(figures.map(({ ms }) => ms)) / 1000).toFixed(2)} s, ${median(figures.map(({ requests }) => requests))} requests`
  process.stdout.write(
    [
      work.title,
      `  bare loop  ${show(pairs.map(([floor]) => floor))}`,
      `  the queue  ${show(pairs.map(([, ours]) => ours))}`,
      `  ratio ${ratio.toFixed(2)}, budget ${work.budget}`,
      '',
    ].join('\n'),
  )
}
await backend.close()
await page.close()
process.exit(isWithin ? 0 : 1)
