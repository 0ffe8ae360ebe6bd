'use client'

import { useEffect } from 'react'
import { loadModule, type Load } from './lazy-modules.js'
import { whenIdle } from './when-idle.js'

/** A page may never have nothing to do. */
const latestMs = 2_000

/** Loads what will be needed once the page has nothing else to do. What does not come now is asked for in need. */
export function useLoadAhead(load: Load<unknown>, isWanted = true): void {
  useEffect(() => {
    if (!isWanted) return undefined
    return whenIdle(() => void loadModule(load).catch(() => undefined), latestMs)
  }, [load, isWanted])
}
