'use client'

import { useSyncExternalStore } from 'react'

/** Days begin at a quarter of an hour in every time zone. */
const quarterMs = 15 * 60_000
const minuteMs = 60_000

/** Epoch ms, to the quarter of an hour; `null` before the page is hydrated: a server knows no reader's day. */
export function useNow(): number | null {
  return useSyncExternalStore(subscribe, currentQuarter, () => null)
}

function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, minuteMs)
  return () => {
    clearInterval(timer)
  }
}

function currentQuarter(): number {
  return Math.floor(Date.now() / quarterMs) * quarterMs
}
