import * as fc from 'fast-check'
import { createMemoryBackend, makeFile } from 'loadline/testing'
import { expect, it } from 'vitest'
import type { UploadStatus, UploadTask } from '../contract/index.js'
import { RandomQueue, settled, type RandomCommand } from './random-queue.js'

const step = fc.constantFrom('create' as const, 'store' as const, 'finalize' as const)
const code = fc.constantFrom(
  ...(['network', 'server', 'timeout', 'unauthenticated', 'rate-limited'] as const),
  ...(['forbidden', 'validation', 'quota', 'conflict'] as const),
)
const wish = fc.constantFrom(
  ...['pause', 'resume', 'cancel', 'retry', 'remove', 'prioritize', 'hold', 'release'],
)
const whim = fc.constantFrom(
  ...['stop', 'go', 'go', 'lose', 'expire', 'drop', 'scan', 'refuse'],
  ...['sign-in', 'network', 'reconnect'],
)
const some = (min: number, max: number) => fc.integer({ min, max })
const anyCommand: fc.Arbitrary<RandomCommand> = fc.oneof(
  { weight: 6, arbitrary: fc.record({ act: fc.constant('add'), n: some(1, 4) }) },
  { weight: 10, arbitrary: fc.record({ act: fc.constant('pass'), n: some(1, 1_500) }) },
  { weight: 6, arbitrary: fc.record({ act: fc.constant('fail'), n: fc.nat(2), step, code }) },
  { weight: 14, arbitrary: fc.record({ act: wish, n: fc.nat(), isAll: fc.boolean() }) },
  { weight: 8, arbitrary: fc.record({ act: whim, n: fc.nat(), step }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('slots'), n: some(1, 5) }) },
)

const unsettled: readonly UploadStatus[] = [
  ...(['queued', 'signing', 'uploading', 'finalizing'] as const),
  ...(['processing', 'paused', 'waiting'] as const),
]
const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0)

function setUp() {
  const backend = createMemoryBackend({ partSize: 40 })
  const run = new RandomQueue(backend, (number) =>
    makeFile({ name: `${number}.bin`, size: (number * 37) % 210, lastModified: number }),
  )
  return { backend, run }
}
type SetUp = ReturnType<typeof setUp>
type Entry = ReturnType<SetUp['backend']['ledger']>[number]

/** Every answer that is ready arrives. */
async function letArrive(): Promise<void> {
  for (let i = 0; i < 4; i += 1) await new Promise((resolve) => setImmediate(resolve))
}

/** Reading and hashing take real time: the clock stands still meanwhile. */
async function letWork(run: RandomQueue): Promise<void> {
  await letArrive()
  for (let i = 0; i < 200 && run.has(['signing', 'uploading']); i += 1) {
    await new Promise((resolve) => setTimeout(resolve, 0))
  }
}

async function finish(run: RandomQueue): Promise<void> {
  run.clear()
  for (let i = 0; i < 300 && run.has(unsettled); i += 1) {
    run.clear()
    await letWork(run)
    run.time.advance(5_000)
  }
  for (let i = 0; i < 40; i += 1) {
    await letArrive()
    run.time.advance(5_000)
  }
}

/** Totals are the sum of the tasks; while any is under way, of former batches nothing is counted. */
function checkTotals({ queue, tasks, seen }: RandomQueue): void {
  seen.push(...tasks.map((task) => JSON.stringify([task, errorOf(task)])))
  const counted = tasks.filter(({ status }) => status !== 'cancelled')
  const underWay = tasks.filter(({ status }) => !settled.includes(status))
  const { totalBytes, sentBytes, counts } = queue.getTotals()
  for (const [shown, bytesOf] of [
    [totalBytes, ({ size }: UploadTask) => size],
    [sentBytes, (task: UploadTask) => task.sentBytes],
  ] as const) {
    const all = sum(counted.map(bytesOf))
    expect(shown).toBeLessThanOrEqual(all)
    expect(shown).toBeGreaterThanOrEqual(underWay.length > 0 ? sum(underWay.map(bytesOf)) : all)
  }
  expect(sum(Object.values(counts))).toBe(tasks.length)
  expect(tasks.every((task) => task.sentBytes >= 0 && task.sentBytes <= task.size)).toBe(true)
}

function errorOf(task: UploadTask): unknown {
  if (task.status !== 'failed') return null
  const { message, stack, cause } = task.error
  return [message, stack, cause]
}

/** No file is lost, and the backend keeps none that nobody has. */
function checkFiles({ run, backend }: SetUp): void {
  const { tasks, queue, added, removed, kept } = run
  expect(run.broken).toEqual([])
  expect(tasks.filter(({ status }) => !settled.includes(status))).toEqual([])
  expect(queue.getIds()).toEqual(added.filter((id) => !removed.has(id)))
  const files = new Map(backend.files().map((file) => [file.clientId, file]))
  const ready = tasks.filter(({ status }) => status === 'ready')
  for (const { clientId, name, size } of ready) {
    expect(files.get(clientId)).toMatchObject({ name, size, status: 'ready' })
  }
  // A row whose answer never came is the sweeper's; what a person may go on with is kept.
  const lost = countCalls(backend, /createUpload/, ({ outcome }) => outcome === 'lost')
  const failed = tasks.filter(
    (task) => task.status === 'failed' && (task.error.isRetryable || task.step === 'process'),
  )
  const known = new Set([...[...ready, ...failed].map(({ clientId }) => clientId), ...kept])
  const orphans = backend.uploads().filter(({ state, request: { clientId } }) => {
    return state !== 'gone' && !known.has(clientId) && !lost.has(clientId)
  })
  expect(orphans).toEqual([])
}

/** Of each clientId: how many such calls. */
function countCalls(backend: SetUp['backend'], call: RegExp, isMeant: (entry: Entry) => boolean) {
  const counts = new Map<string | null, number>()
  for (const entry of backend.ledger()) {
    if (!call.test(entry.call) || !isMeant(entry)) continue
    counts.set(entry.clientId, (counts.get(entry.clientId) ?? 0) + 1)
  }
  return counts
}

/** No upload is signed or confirmed twice. */
function checkCalls({ backend }: SetUp): void {
  const finalized = countCalls(backend, /finalizeUpload/, ({ effect }) => effect)
  const confirmed = countCalls(backend, /finalizeUpload/, ({ outcome }) => outcome === 'ok')
  const signed = countCalls(backend, /createUpload/, ({ outcome }) => outcome === 'ok')
  for (const counts of [finalized, confirmed, signed]) {
    expect([...counts].filter(([, count]) => count > 1)).toEqual([])
  }
}

/** Nothing is under way, and nothing ever comes again. */
async function checkQuiet({ backend, run }: SetUp): Promise<void> {
  expect([run.transfers.count(), run.time.open.size]).toEqual([0, 0])
  const calls = backend.ledger().length
  expect(backend.ledger().filter(({ outcome }) => outcome === 'open')).toEqual([])
  run.time.advance(600_000)
  await letArrive()
  expect(backend.ledger()).toHaveLength(calls)
}

it('over 10,000 random events of a queue with random faults every promise holds, and nothing that is shown holds a secret', async () => {
  let events = 0
  const script = fc.array(anyCommand, { minLength: 50, maxLength: 50 })
  const property = fc.asyncProperty(script, async (commands) => {
    const { run, backend } = setUp()
    for (const command of commands) {
      run.do(command)
      checkTotals(run)
      await letArrive()
      checkTotals(run)
    }
    await finish(run)
    checkTotals(run)
    checkFiles({ run, backend })
    checkCalls({ run, backend })
    await checkQuiet({ run, backend })
    expect(run.seen.join()).not.toMatch(/signature|memory\.invalid|x-amz|https?:/i)
    events += commands.length
  })
  await fc.assert(property, { numRuns: 200, seed: 20_261_121, endOnFailure: true })
  expect(events).toBeGreaterThanOrEqual(10_000)
}, 120_000)
