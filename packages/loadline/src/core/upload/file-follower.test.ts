import { expect, it, vi } from 'vitest'
import { defineAdapter, storedFile } from '../contract/index.js'
import type { StoredFile } from '../contract/index.js'
import { FileFollower } from './file-follower.js'
import { createManualClock } from './manual-clock.js'

function setUp() {
  const clock = createManualClock()
  const asked: string[][] = []
  let answer = (): void => undefined
  const getFiles = vi.fn((ids: readonly string[]) => {
    asked.push([...ids])
    return new Promise<readonly { readonly ok: true; readonly value: StoredFile }[]>((resolve) => {
      answer = () =>
        resolve(
          ids.map((id) => ({
            ok: true,
            value: storedFile({ id, name: id, status: 'processing' }),
          })),
        )
    })
  })
  const follower = new FileFollower(defineAdapter({ name: 'test', getFiles }), clock)
  const answered = async (): Promise<void> => {
    answer()
    await new Promise((resolve) => setImmediate(resolve))
  }
  return { clock, asked, follower, answered }
}

it('asks for all files in one call, and no more once nobody follows', async () => {
  const { clock, asked, follower, answered } = setUp()
  const listener = vi.fn()
  const stops = ['a', 'b', 'b'].map((id) => follower.follow(id, listener))
  clock.advance(1_000)
  await answered()
  expect(asked).toEqual([['a', 'b']])
  expect(listener).toHaveBeenCalledTimes(3)
  for (const stop of stops) stop()
  clock.advance(600_000)
  expect(asked).toHaveLength(1)
})

it('has one timer, also where somebody comes while an answer is awaited', async () => {
  const { clock, asked, follower, answered } = setUp()
  const stopFirst = follower.follow('a', () => undefined)
  clock.advance(1_000)
  const stopSecond = follower.follow('b', () => undefined)
  await answered()
  stopFirst()
  stopSecond()
  clock.advance(600_000)
  expect(asked).toEqual([['a']])
})

it('is not put off by newcomers', async () => {
  const { clock, asked, follower, answered } = setUp()
  for (let i = 0; i < 10; i += 1) {
    follower.follow(`${i}`, () => undefined)
    clock.advance(900)
    await answered()
  }
  expect(asked.length).toBeGreaterThan(3)
})

it('asks sooner for a newcomer, and not once more when the others were due', async () => {
  const { clock, asked, follower, answered } = setUp()
  follower.follow('a', () => undefined)
  clock.advance(1_000)
  await answered()
  clock.advance(500)
  follower.follow('b', () => undefined)
  clock.advance(1_000)
  await answered()
  expect(asked).toEqual([['a'], ['a', 'b']])
  clock.advance(1_900)
  await answered()
  expect(asked).toHaveLength(2)
})
