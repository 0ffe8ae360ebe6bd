import type { StoredFile } from '../../core/index.js'

/** Ms before an address ends that a new one is asked for. */
const aheadMs = 60_000
/** No life is so short that it is renewed more often. */
const leastMs = 5_000
/** What a timer can count to. */
const mostMs = 2 ** 31 - 1

/**
 * Ms until a file's address is to be renewed; `null`: it does not end.
 * @param now epoch ms
 */
export function renewIn(
  { urlExpiresAt }: Pick<StoredFile, 'urlExpiresAt'>,
  now: number,
): number | null {
  const endsAt = Date.parse(urlExpiresAt ?? '')
  if (Number.isNaN(endsAt)) return null
  const left = endsAt - now
  // A short life is renewed when half of it is over.
  const wait = left > 2 * aheadMs ? left - aheadMs : left / 2
  return Math.min(mostMs, Math.max(leastMs, wait))
}

/** Whether it is over, or as good as. */
export function isExpired(
  { urlExpiresAt }: Pick<StoredFile, 'urlExpiresAt'>,
  now: number,
): boolean {
  return Date.parse(urlExpiresAt ?? '') - now < leastMs
}
