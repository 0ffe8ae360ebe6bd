/**
 * What one progress event costs, with 100 and with 10,000 tasks in the queue: `pnpm bench:progress`.
 * Flushes to a row's and a list's listeners are included. Ends with 1 where the ratio is over the budget.
 */
import {
  createUploadQueue,
  defineAdapter,
  storedFile,
  type Clock,
  type UploadTransport,
} from 'loadline/core'

const budget = 1.5
const rounds = 7
const eventsPerRound = 400_000
/** Between two flushes of a tenth of a second: 4 uploads with 60 events a second each. */
const eventsPerFlush = 24
const size = 1_000_000_000

const adapter = defineAdapter({
  name: 'bench',
  createUpload: ({ clientId }) =>
    Promise.resolve({
      kind: 'put',
      clientId,
      fileId: clientId,
      url: 'https://store.invalid/',
      headers: {},
      expiresAt: null,
      serverTime: null,
      maxSize: null,
    }),
  finalizeUpload: ({ ref }) => Promise.resolve(storedFile({ id: ref.clientId, name: 'file' })),
})

/** A queue of so many tasks, four of them uploading; answers ns per event of one round after another. */
async function measure(tasks: number): Promise<() => number> {
  const progress: ((sentBytes: number) => void)[] = []
  const timers = new Set<() => void>()
  const clock: Clock = {
    now: () => 0,
    monotonic: () => performance.now(),
    random: () => 0,
    setTimeout(run) {
      timers.add(run)
      return () => timers.delete(run)
    },
  }
  const transport: UploadTransport<'put'> = {
    kind: 'put',
    canPause: false,
    send({ onProgress }) {
      progress.push(onProgress)
      return new Promise(() => undefined)
    },
  }
  const queue = createUploadQueue({ adapter, transports: [transport], clock, concurrency: 4 })
  const file = { name: 'file', type: '', size, lastModified: 0, webkitRelativePath: '' } as File
  const { ids } = queue.add(
    Array.from({ length: tasks }, () => file),
    { duplicates: 'allow' },
  )
  queue.connect()
  while (progress.length < 4) await new Promise((resolve) => setTimeout(resolve, 1))
  let told = 0
  for (const id of ids.slice(0, 50))
    queue.subscribeTask(id, () => (told += queue.getTask(id)?.sentBytes ?? 0))
  queue.subscribeIds({}, () => (told += queue.getIds().length))
  queue.store.subscribe(({ totals }) => (told += totals.sentBytes))
  let sent = 0

  return () => {
    const startedAt = performance.now()
    for (let event = 0; event < eventsPerRound; event += 1) {
      sent += 1
      progress[event % progress.length]?.(sent)
      if (event % eventsPerFlush === 0) for (const run of takeAll(timers)) run()
    }
    if (told === 0) throw new Error('Nobody was told of the progress.')
    return ((performance.now() - startedAt) * 1_000_000) / eventsPerRound
  }
}

function takeAll(timers: Set<() => void>): readonly (() => void)[] {
  const due = [...timers]
  timers.clear()
  return due
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}

const few = await measure(100)
const many = await measure(10_000)
const pairs = Array.from({ length: rounds + 2 }, () => [few(), many()] as const).slice(2)
const ratios = pairs.map(([a, b]) => b / a)
const ratio = median(ratios)
const ns = (values: readonly number[]): string => `${median(values).toFixed(0)} ns`
process.stdout.write(
  [
    `A progress event with    100 tasks: ${ns(pairs.map(([a]) => a))}`,
    `A progress event with 10,000 tasks: ${ns(pairs.map(([, b]) => b))}`,
    `Ratio, median of ${rounds}: ${ratio.toFixed(2)} (${Math.min(...ratios).toFixed(2)} to ${Math.max(...ratios).toFixed(2)}), budget ${budget}`,
    '',
  ].join('\n'),
)
process.exitCode = ratio <= budget ? 0 : 1
