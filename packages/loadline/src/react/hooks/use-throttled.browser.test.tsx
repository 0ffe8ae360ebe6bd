import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { renderHook } from 'vitest-browser-react'
import { useThrottled } from './use-throttled.js'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }))
afterEach(() => void vi.useRealTimers())

async function listen() {
  const heard: string[] = []
  const { result, rerender, unmount } = await renderHook(
    (props?: { readonly prefix: string }) =>
      useThrottled((word: string) => heard.push(`${props?.prefix ?? ''}${word}`), 100),
    { initialProps: { prefix: '' } },
  )
  return { heard, say: result.current, rerender, unmount }
}

it('acts on the first word at once, and then on the last of those that came', async () => {
  const { heard, say } = await listen()
  for (const word of ['one', 'two', 'three']) say(word)
  expect(heard).toEqual(['one'])
  vi.advanceTimersByTime(99)
  expect(heard).toEqual(['one'])
  vi.advanceTimersByTime(1)
  expect(heard).toEqual(['one', 'three'])
})

it('acts once in each pause while words go on coming, and at once after a pause without', async () => {
  const { heard, say } = await listen()
  for (let ms = 0; ms < 300; ms += 20) {
    say(String(ms))
    vi.advanceTimersByTime(20)
  }
  expect(heard).toEqual(['0', '80', '180', '280'])
  vi.advanceTimersByTime(100)
  say('late')
  expect(heard).toEqual(['0', '80', '180', '280', 'late'])
})

it('forgets a word that is taken back, and all of them when it goes', async () => {
  const { heard, say, unmount } = await listen()
  say('one')
  say('two')
  say(null)
  vi.advanceTimersByTime(500)
  expect(heard).toEqual(['one'])
  say('three')
  say('four')
  await unmount()
  vi.advanceTimersByTime(500)
  expect(heard).toEqual(['one', 'three'])
})

it('does what is meant when the time comes, not what was meant before', async () => {
  const { heard, say, rerender } = await listen()
  say('one')
  say('two')
  await rerender({ prefix: 'new ' })
  vi.advanceTimersByTime(100)
  expect(heard).toEqual(['one', 'new two'])
})
