'use client'

import { useEffect, useMemo } from 'react'
import type { UploadQueue } from '../../core/index.js'
import { useNewest } from '../hooks/use-newest.js'

export type OnAuthRequired = () => Promise<void>

/**
 * What "Sign in" does. The application is asked by itself once per closing of the gate, and again by
 * the button; without `onAuthRequired` the queue just tries again.
 */
export function useSignIn(
  queue: UploadQueue,
  onAuthRequired: OnAuthRequired | undefined,
): () => void {
  const newest = useNewest(onAuthRequired)
  const desk = useMemo(() => new SignInDesk(queue, () => newest.current), [queue, newest])
  useEffect(() => desk.watch(), [desk])
  return desk.signIn
}

class SignInDesk {
  readonly #queue: UploadQueue
  readonly #handler: () => OnAuthRequired | undefined
  #isAsking = false
  #wasShut = false

  constructor(queue: UploadQueue, handler: () => OnAuthRequired | undefined) {
    this.#queue = queue
    this.#handler = handler
  }

  readonly signIn = (): void => {
    const onAuthRequired = this.#handler()
    if (onAuthRequired === undefined) this.#queue.authenticated()
    else if (!this.#isAsking) void this.#ask(onAuthRequired)
  }

  watch(): () => void {
    const look = (): void => {
      const isShut = this.#queue.getGate().blockedBy === 'auth'
      const isNew = isShut && !this.#wasShut
      this.#wasShut = isShut
      if (isNew && this.#handler() !== undefined) this.signIn()
    }
    look()
    return this.#queue.store.subscribe(look)
  }

  async #ask(onAuthRequired: OnAuthRequired): Promise<void> {
    this.#isAsking = true
    try {
      await onAuthRequired()
    } catch {
      // The person did not sign in: the gate stays shut, the button asks again.
      return
    } finally {
      this.#isAsking = false
    }
    // The gate may be shut again before anybody saw it open.
    this.#wasShut = false
    this.#queue.authenticated()
  }
}
