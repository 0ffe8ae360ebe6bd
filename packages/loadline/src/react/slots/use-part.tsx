'use client'

import { useState, type ReactNode } from 'react'
import type { Load } from '../hooks/lazy-modules.js'
import { useLazyModule } from '../hooks/use-lazy-module.js'
import { useLoadAhead } from '../hooks/use-load-ahead.js'
import { PartFailure } from './part-failure.js'

interface Part<Module> {
  /** `null`: not yet. */
  readonly part: Module | null
  /** What is shown in its place when it did not come. */
  readonly failure: ReactNode
}

/** A part that is not needed for the first look: loaded ahead, or at the latest when it is needed. */
export function usePart<Module>(load: Load<Module>, isNeeded: boolean): Part<Module> {
  const [hasFailed, setFailed] = useState(false)
  useLoadAhead(load)
  const part = useLazyModule(load, isNeeded && !hasFailed, {
    onFail: () => setFailed(true),
  })
  const isGone = isNeeded && hasFailed && part === null
  return { part, failure: isGone ? <PartFailure onRetry={() => setFailed(false)} /> : null }
}
