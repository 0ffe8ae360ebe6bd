'use client'

import { useEffect, useState } from 'react'
import { useNewest } from './use-newest.js'

/**
 * A part of the interface that few people come to, loaded when it is needed. `null` until then.
 * @param onFail it could not be loaded, say offline; it is tried again the next time
 */
export function useLazyModule<Module>(
  load: () => Promise<Module>,
  isNeeded: boolean,
  onFail?: () => void,
): Module | null {
  const [loaded, setLoaded] = useState<{ readonly module: Module } | null>(null)
  const newestFail = useNewest(onFail)
  const isMissing = isNeeded && loaded === null
  useEffect(() => {
    if (!isMissing) return undefined
    let isWanted = true
    load().then(
      (module) => {
        if (isWanted) setLoaded({ module })
      },
      () => {
        if (isWanted) newestFail.current?.()
      },
    )
    return () => {
      isWanted = false
    }
  }, [load, isMissing, newestFail])
  return loaded?.module ?? null
}
