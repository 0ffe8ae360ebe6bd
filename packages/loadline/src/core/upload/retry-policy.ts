import type { Clock, RetryPolicy } from '../contract/index.js'

const longestServerWaitMs = 300_000

/**
 * When to try again, epoch ms: full jitter, and never before the time that the server named.
 * `attempt`: how many have failed, from 1. `null`: the server wants to be left alone for longer than a person would wait.
 * @see https://aws.amazon.com/blogs/architecture/exponential-backoff-and-jitter/
 */
export function planRetry(
  { baseDelayMs = 500, maxDelayMs = 30_000 }: RetryPolicy,
  attempt: number,
  retryAt: number | null,
  clock: Clock,
): number | null {
  const now = clock.now()
  if (retryAt !== null && retryAt - now > longestServerWaitMs) return null
  const delay = clock.random() * Math.min(maxDelayMs, baseDelayMs * 2 ** (attempt - 1))
  return Math.max(now + delay, retryAt ?? 0)
}
