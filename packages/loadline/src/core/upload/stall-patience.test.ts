import { expect, it, vi } from 'vitest'
import { createManualClock } from './manual-clock.js'
import { StallWatch } from './stall-watch.js'

it('waits for the answer to a small file no longer than its own bytes would need', () => {
  const clock = createManualClock(5_000)
  const onStalled = vi.fn()
  const watch = new StallWatch({
    clock,
    size: 1_000,
    timeoutMs: 30_000,
    onPhase: () => undefined,
    onStalled,
  })
  watch.requestBegan()
  for (let second = 0; second < 2; second += 1) clock.advance(1_000)
  watch.progress(1_000)
  for (let second = 0; second < 61; second += 1) clock.advance(1_000)
  expect(onStalled).toHaveBeenCalledTimes(1)
})
