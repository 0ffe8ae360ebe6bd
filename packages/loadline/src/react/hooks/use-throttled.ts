'use client'

import { useEffect, useState } from 'react'
import { useNewest } from './use-newest.js'

interface Throttle<Word> {
  /** `null`: what was said last is wanted no more. */
  readonly say: (word: Word | null) => void
  readonly stop: () => void
}

/** Acts on the first word at once, and while words go on coming once in so often, on the last of them. */
export function useThrottled<Word>(
  act: (word: Word) => void,
  pauseMs: number,
): (word: Word | null) => void {
  const newest = useNewest(act)
  const [throttle] = useState(() => makeThrottle((word: Word) => newest.current(word), pauseMs))
  useEffect(() => throttle.stop, [throttle])
  return throttle.say
}

function makeThrottle<Word>(act: (word: Word) => void, pauseMs: number): Throttle<Word> {
  let timer: ReturnType<typeof setTimeout> | null = null
  let last: { readonly word: Word } | null = null
  const next = (): void => {
    timer = null
    if (last !== null) say(last.word)
  }
  const say = (word: Word | null): void => {
    last = word === null || timer === null ? null : { word }
    if (word === null || timer !== null) return
    timer = setTimeout(next, pauseMs)
    act(word)
  }
  const stop = (): void => {
    if (timer !== null) clearTimeout(timer)
    timer = null
    last = null
  }
  return { say, stop }
}
