import { expect, it } from 'vitest'
import type { PutTicket } from '../contract/index.js'
import { isUsable, lifeOf, lookAheadDepth } from './ticket-life.js'

const ticket = (expiresAt: string | null, serverTime: string | null): PutTicket => ({
  kind: 'put',
  clientId: 'c',
  fileId: 'f',
  url: 'https://store.example/',
  headers: {},
  expiresAt,
  serverTime,
  maxSize: null,
})

it("is judged by the signer's clock, however wrong the browser's date", () => {
  expect(lifeOf(ticket('1999-01-01T00:15:00Z', '1999-01-01T00:00:00Z'))).toBe(900_000)
  expect(lifeOf(ticket(null, null))).toBe(Number.POSITIVE_INFINITY)
})

it('is enough with a minute left, or with half of a short life', () => {
  expect(isUsable(900_000, 840_000)).toBe(true)
  expect(isUsable(900_000, 840_001)).toBe(false)
  expect(isUsable(10_000, 5_000)).toBe(true)
  expect(isUsable(10_000, 5_001)).toBe(false)
  expect(isUsable(Number.POSITIVE_INFINITY, 1e9)).toBe(true)
})

it('lets as many be signed ahead as will be used in half of it', () => {
  expect(lookAheadDepth(900_000, 1_000)).toBe(50)
  expect(lookAheadDepth(60_000, 10_000)).toBe(3)
  expect(lookAheadDepth(9_999, 1)).toBe(0)
})
