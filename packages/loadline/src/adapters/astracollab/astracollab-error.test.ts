import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { astraCollabError } from './astracollab-error.js'

const now = Date.parse('2026-03-01T12:00:00.000Z')
const inTenMinutes = String(now / 1_000 + 600)

beforeEach(() => void vi.useFakeTimers({ now }))
afterEach(() => void vi.useRealTimers())

function retryAtOf(status: number, headers: Readonly<Record<string, string>>, code?: string) {
  return astraCollabError({ status, headers, data: { success: false, error: { code } } }).retryAt
}

describe('the end of the window', () => {
  const headers = { 'x-ratelimit-reset': inTenMinutes }

  it.each([
    [429, 'RATE_LIMITED'],
    [200, 'RATE_LIMITED'],
    [429, undefined],
  ])('is waited for after %i %s', (status, code) => {
    expect(retryAtOf(status, headers, code)).toBe(now + 600_000)
  })

  // It is on each answer, refused or not.
  it.each([
    [500, 'INTERNAL'],
    [502, undefined],
    [500, 'PART_UPLOAD_FAILED'],
    [400, 'SOMETHING_NEW'],
  ])('is nothing to wait for after %i %s', (status, code) => {
    expect(retryAtOf(status, headers, code)).toBeNull()
    expect(retryAtOf(status, { ...headers, 'retry-after': '7' }, code)).toBe(now + 7_000)
  })

  it('is told by a proxy where the API does not tell it', () => {
    expect(retryAtOf(429, { 'retry-after': '7' })).toBe(now + 7_000)
  })
})

it('an internal error is one of the server, whatever its status', () => {
  const data = { success: false, error: { code: 'INTERNAL', message: 'Sorry' } }
  const error = astraCollabError({ status: 400, data })
  expect(error).toMatchObject({ code: 'server', isRetryable: true, message: 'Sorry' })
})
