import { describe, expect, it, vi } from 'vitest'
import { createManualClock } from './manual-clock.js'
import { StallWatch } from './stall-watch.js'

function setUp(size = 1_000_000) {
  const clock = createManualClock(5_000)
  const onPhase = vi.fn()
  const onStalled = vi.fn()
  const watch = new StallWatch({ clock, size, timeoutMs: 30_000, onPhase, onStalled })
  const pass = (seconds: number): void => {
    for (let i = 0; i < seconds; i += 1) clock.advance(1_000)
  }
  return { clock, watch, onPhase, onStalled, pass }
}

describe('stall watch', () => {
  it('gives a connection two thirds of the time to begin', () => {
    const { watch, onStalled, pass } = setUp()
    watch.requestBegan()
    pass(19)
    expect(onStalled).not.toHaveBeenCalled()
    pass(1)
    expect(onStalled).toHaveBeenCalledTimes(1)
  })

  it('runs only while a request has its place', () => {
    const { watch, onStalled, pass } = setUp()
    pass(300)
    watch.requestBegan()
    pass(10)
    watch.requestEnded()
    pass(300)
    expect(onStalled).not.toHaveBeenCalled()
  })

  it('shows half of the patience, and bytes that flow again', () => {
    const { watch, onPhase, onStalled, pass } = setUp()
    watch.requestBegan()
    pass(1)
    watch.progress(500_000)
    pass(15)
    expect(onPhase).toHaveBeenLastCalledWith('stalled')
    watch.progress(600_000)
    expect(onPhase).toHaveBeenLastCalledWith('sending')
    expect(onStalled).not.toHaveBeenCalled()
  })

  it('is patient with a slow line, and after the last byte', () => {
    const { watch, onStalled, pass } = setUp(8_388_608)
    watch.requestBegan()
    pass(10)
    watch.progress(500_000)
    pass(120)
    expect(onStalled).not.toHaveBeenCalled()
    const sent = setUp(100_000)
    sent.watch.requestBegan()
    sent.pass(1)
    sent.watch.progress(100_000)
    sent.pass(59)
    expect(sent.onStalled).not.toHaveBeenCalled()
  })

  it('takes a long sleep of the machine for no stall', () => {
    const { clock, watch, onStalled, pass } = setUp()
    watch.requestBegan()
    pass(2)
    const late = vi.spyOn(clock, 'monotonic').mockImplementation(() => clock.now() + 3_600_000)
    pass(5)
    expect(onStalled).not.toHaveBeenCalled()
    late.mockRestore()
  })
})
