import { describe, expect, it, vi } from 'vitest'
import { UploadError } from '../contract/index.js'
import type { BatchResult } from '../contract/index.js'
import { CallBatcher, type BatchCalls } from './call-batcher.js'
import { createManualClock } from './manual-clock.js'

type Results = readonly BatchResult<string>[]
const ok = (value: string): BatchResult<string> => ({ ok: true, value })
const fine = (items: readonly string[]): Promise<Results> =>
  Promise.resolve(items.map((item) => ok(`${item}!`)))

function setUp(
  many: BatchCalls<string, string>['many'],
  rest: Partial<BatchCalls<string, string>> = {},
) {
  const clock = createManualClock()
  const one = vi.fn((item: string) => Promise.resolve(`${item}?`))
  const called = many && vi.fn(many)
  const calls = { one, many: called, maxItems: 4, maxWaitMs: 0, isIdle: () => true, ...rest }
  return { clock, one, many: called, batcher: new CallBatcher(clock, calls) }
}

describe('call batcher', () => {
  it('makes one call of many, and gives each its own answer', async () => {
    const { batcher, many, one } = setUp(fine)
    const answers = await Promise.all(['a', 'b', 'c'].map((item) => batcher.call(item)))
    expect(answers).toEqual(['a!', 'b!', 'c!'])
    expect(many).toHaveBeenCalledTimes(1)
    expect(one).not.toHaveBeenCalled()
  })

  it('fills batches to the brim, and makes a single call of a single item', async () => {
    const { batcher, many, one } = setUp(fine)
    await Promise.all(['1', '2', '3', '4', '5'].map((item) => batcher.call(item)))
    expect(many?.mock.calls.map(([items]) => items.length)).toEqual([4])
    expect(one).toHaveBeenCalledTimes(1)
  })

  it('waits for others only while others can come', async () => {
    let isIdle = false
    const { batcher, many, clock } = setUp(fine, { maxWaitMs: 100, isIdle: () => isIdle })
    const answers = ['a', 'b'].map((item) => batcher.call(item))
    await Promise.resolve()
    clock.advance(99)
    expect(many).not.toHaveBeenCalled()
    clock.advance(1)
    expect(await Promise.all(answers)).toEqual(['a!', 'b!'])
    const later = ['c', 'd'].map((item) => batcher.call(item))
    isIdle = true
    batcher.poke()
    expect(await Promise.all(later)).toEqual(['c!', 'd!'])
  })

  it('lets one bad item spoil only itself', async () => {
    const { batcher, many } = setUp((items) =>
      items.includes('bad') ? Promise.reject(new UploadError('server')) : fine(items),
    )
    const answers = await Promise.allSettled(
      ['a', 'bad', 'c', 'd'].map((item) => batcher.call(item)),
    )
    expect(answers.map(({ status }) => status)).toEqual([
      'fulfilled',
      'rejected',
      'fulfilled',
      'fulfilled',
    ])
    expect(many?.mock.calls.length).toBeLessThanOrEqual(9)
  })

  it('does not split a batch over a failure of the network', async () => {
    const { batcher, many } = setUp(() => Promise.reject(new UploadError('network')))
    const answers = await Promise.allSettled(['a', 'b', 'c'].map((item) => batcher.call(item)))
    expect(answers.every(({ status }) => status === 'rejected')).toBe(true)
    expect(many).toHaveBeenCalledTimes(1)
  })

  it('trusts no answer of the wrong length, and makes single calls from then on', async () => {
    const { batcher, many, one } = setUp(() => Promise.resolve([ok('a!')]))
    expect(await Promise.all(['a', 'b'].map((item) => batcher.call(item)))).toEqual(['a?', 'b?'])
    expect(await Promise.all(['c', 'd'].map((item) => batcher.call(item)))).toEqual(['c?', 'd?'])
    expect(many).toHaveBeenCalledTimes(1)
    expect(one).toHaveBeenCalledTimes(4)
  })

  it('gives up on a call that is never answered, and on one that throws at once', async () => {
    const one = vi.fn(() => new Promise<string>(() => undefined))
    const { batcher, clock } = setUp(null, { one })
    const failed = batcher.call('a').catch((error: unknown) => error)
    await vi.waitFor(() => expect(one).toHaveBeenCalled())
    clock.advance(90_000)
    expect(await failed).toMatchObject({ code: 'timeout' })
    const thrower = setUp(null, {
      one: () => {
        throw new TypeError('broken')
      },
    })
    await expect(thrower.batcher.call('a')).rejects.toMatchObject({ code: 'unknown' })
  })

  it('keeps the reasons of a batch apart', async () => {
    const error = new UploadError('quota')
    const { batcher } = setUp((items) =>
      Promise.resolve(items.map((item) => (item === 'b' ? { ok: false, error } : ok(item)))),
    )
    const [a, b] = await Promise.allSettled(['a', 'b'].map((item) => batcher.call(item)))
    expect(a).toMatchObject({ value: 'a' })
    expect(b).toMatchObject({ reason: { code: 'quota' } })
  })
})
