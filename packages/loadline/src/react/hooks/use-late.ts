'use client'

import { useEffect, useState } from 'react'
import { whenIdle } from './when-idle.js'

/** A page may never have nothing to do. */
const latestMs = 300

const waiting = new Set<() => void>()
let stopIdling: (() => void) | null = null

/**
 * For what nobody sees at first, in something of which there are many: `false` until the page has nothing else to do.
 * @param isNow it cannot wait
 */
export function useLate(isNow: boolean): boolean {
  const [isThere, setThere] = useState(isNow || typeof requestIdleCallback !== 'function')
  const isLate = !isThere && !isNow
  useEffect(() => {
    if (!isLate) return undefined
    const show = () => setThere(true)
    waiting.add(show)
    stopIdling ??= whenIdle(showAll, latestMs)
    return () => {
      waiting.delete(show)
      if (waiting.size > 0) return
      stopIdling?.()
      stopIdling = null
    }
  }, [isLate])
  return !isLate
}

/** All at once: React draws them together. */
function showAll(): void {
  stopIdling = null
  const all = [...waiting]
  waiting.clear()
  for (const show of all) show()
}
