'use client'

import { useEffect, useSyncExternalStore } from 'react'
import { loadedModule, loadModule, subscribeToModules, type Load } from './lazy-modules.js'
import { useNewest } from './use-newest.js'
import { whenIdle } from './when-idle.js'

interface LazyModuleOptions {
  /** It could not be loaded, say offline; it is tried again the next time. */
  readonly onFail?: (() => void) | undefined
  /** Until the page has nothing else to do, but no longer. Default 0: at once. */
  readonly delayMs?: number | undefined
}

/** For what stands around the files: they come first. */
export const afterContent: LazyModuleOptions = { delayMs: 500 }

/**
 * A part of the interface that few people come to, loaded when it is needed. `null` until then, while the page is
 * hydrated, and when it is needed no more.
 * @param load the same function each time: what it has loaded once is there at once for the next
 */
export function useLazyModule<Module>(
  load: Load<Module>,
  isNeeded: boolean,
  { onFail, delayMs = 0 }: LazyModuleOptions = {},
): Module | null {
  const module = useSyncExternalStore(
    subscribeToModules,
    () => loadedModule(load),
    () => null,
  )
  const newestFail = useNewest(onFail)
  const isMissing = isNeeded && module === null
  useEffect(() => {
    if (!isMissing) return undefined
    let isWanted = true
    const stopWaiting = whenIdle(() => {
      loadModule(load).catch(() => {
        if (isWanted) newestFail.current?.()
      })
    }, delayMs)
    return () => {
      isWanted = false
      stopWaiting()
    }
  }, [load, isMissing, newestFail, delayMs])
  return isNeeded ? module : null
}
