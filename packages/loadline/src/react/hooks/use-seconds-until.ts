'use client'

import { useCallback, useSyncExternalStore } from 'react'

const secondMs = 1_000

/** Whole seconds until then, counting down; `null` without a time. It renders only who asks. */
export function useSecondsUntil(at: number | null): number | null {
  const subscribe = useCallback(
    (listener: () => void) => {
      if (at === null) return () => undefined
      let timer: ReturnType<typeof setTimeout>
      const tick = () => {
        listener()
        wait()
      }
      const wait = () => {
        const left = at - Date.now()
        // Just after the next whole second; a timer that comes early would show the same figure twice.
        if (left > 0) timer = setTimeout(tick, (left % secondMs) + 5)
      }
      wait()
      return () => {
        clearTimeout(timer)
      }
    },
    [at],
  )
  return useSyncExternalStore(
    subscribe,
    () => (at === null ? null : Math.max(0, Math.ceil((at - Date.now()) / secondMs))),
    () => null,
  )
}
