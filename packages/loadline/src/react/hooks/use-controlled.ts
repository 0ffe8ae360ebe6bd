'use client'

import { useState } from 'react'

/** State that the application holds (`value`), or leaves to the component; it hears of every wish either way. */
export function useControlled<T, D>(
  value: T | undefined,
  initial: () => T,
  onChange: ((next: T, details: D) => void) | undefined,
): readonly [value: T, change: (next: T, details: D) => void] {
  const [own, setOwn] = useState(initial)
  const change = (next: T, details: D): void => {
    setOwn(next)
    onChange?.(next, details)
  }
  return [value ?? own, change]
}
