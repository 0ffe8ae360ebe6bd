import { expect, it } from 'vitest'
import { defineAdapter } from '../contract/define-adapter.js'
import { createTask } from '../intake/create-task.js'
import { createManualClock } from './manual-clock.js'
import { TaskStore } from './task-store.js'

const openGate = () => ({ isPaused: false, blockedBy: null, until: null }) as const
const { features } = defineAdapter({ name: 'test' })
const file = new File([new Uint8Array(100)], 'a.bin')
const events = 20_000
const size = 1_000_000

/** Ms for many progress events of one task in a queue of so many. */
function timeOfEvents(tasks: number): number {
  const clock = createManualClock()
  const store = new TaskStore(clock, openGate)
  store.insert(
    Array.from({ length: tasks }, () => ({
      ...createTask({ file, path: null }, { scope: 's' }, features, ['put'], 0),
      size,
      status: 'uploading' as const,
      phase: 'sending' as const,
      parts: null,
    })),
  )
  const [id = ''] = store.ids({})
  const startedAt = performance.now()
  for (let sent = 1; sent <= events; sent += 1) store.progress(id, 0, sent)
  clock.advance(1_000)
  return performance.now() - startedAt
}

const best = (tasks: number): number =>
  Math.min(...Array.from({ length: 5 }, () => timeOfEvents(tasks)))

it('a progress event costs the same in a queue of ten and of ten thousand', () => {
  expect(best(10_000)).toBeLessThan(20 * best(10) + 5)
})
