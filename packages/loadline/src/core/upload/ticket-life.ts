import type { UploadTicket } from '../contract/index.js'

/** Less than this, or than half of a short life, is not enough to send with. */
const leastLeftMs = 60_000

/** How long a ticket may be used, by the signer's clock alone: the browser's date may be wrong by years. */
export function lifeOf({ expiresAt, serverTime }: UploadTicket): number {
  if (expiresAt === null) return Number.POSITIVE_INFINITY
  const signedAt = serverTime === null ? Date.now() : Date.parse(serverTime)
  const life = Date.parse(expiresAt) - signedAt
  return Number.isNaN(life) ? Number.POSITIVE_INFINITY : life
}

/** Whether enough is left of a ticket's life after so many ms to begin to send. */
export function isUsable(lifeMs: number, ageMs: number): boolean {
  return lifeMs - ageMs >= Math.min(leastLeftMs, lifeMs / 2)
}

/** How many tickets to have ready: as many as will be used within half a life. */
export function lookAheadDepth(lifeMs: number, meanTimePerFileMs: number): number {
  if (lifeMs < 10_000) return 0
  return Math.min(50, Math.floor(lifeMs / 2 / Math.max(1, meanTimePerFileMs)))
}
