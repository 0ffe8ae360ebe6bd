'use client'

import { useInsertionEffect, useRef, type RefObject } from 'react'

/** The value of the newest render, for what is called later than it. */
export function useNewest<T>(value: T): Readonly<RefObject<T>> {
  const newest = useRef(value)
  useInsertionEffect(() => {
    newest.current = value
  })
  return newest
}
