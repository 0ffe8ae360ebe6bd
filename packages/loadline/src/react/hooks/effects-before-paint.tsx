'use client'

import { useLayoutEffect, useState } from 'react'

/**
 * Lets the effects of all that is mounted with it run before the first paint: an update in a layout effect makes React
 * run them first. So a list asks its backend a frame earlier, and an answer that is there at once needs no skeleton.
 */
export function EffectsBeforePaint(): null {
  const [, settle] = useState(false)
  // oxlint-disable-next-line react/set-state-in-effect -- The second render, of nothing at all, is what it is for.
  useLayoutEffect(() => settle(true), [])
  return null
}
