import fc from 'fast-check'
import { afterEach, expect, it, vi } from 'vitest'
import { en } from '../messages/en.js'
import { createDateFormat } from './format-date.js'

const now = Date.parse('2026-06-14T12:00:00Z')
const utc = createDateFormat(en, 'UTC')

it.each([
  ['2026-06-14T14:02:00Z', 'Today 14:02'],
  ['2026-06-13T23:59:00Z', 'Yesterday'],
  ['2026-06-12T08:00:00Z', '12 Jun'],
  ['2025-06-12T08:00:00Z', '12 Jun 2025'],
  ['nonsense', ''],
])('writes %s as %s', (iso, text) => {
  expect(utc.relative(iso, now)).toBe(text)
})

it('counts days on the calendar of the time zone', () => {
  const auckland = createDateFormat(en, 'Pacific/Auckland')
  expect(auckland.relative('2026-06-13T13:00:00Z', now)).toBe('Yesterday')
  expect(utc.relative('2026-06-13T13:00:00Z', now)).toBe('Yesterday')
  expect(auckland.relative('2026-06-14T11:00:00Z', now)).toBe('Yesterday')
})

afterEach(() => vi.unstubAllEnvs())

it.each(['Pacific/Auckland', 'America/New_York', 'Asia/Kathmandu'])(
  "counts days on the reader's own calendar (%s)",
  (zone) => {
    vi.stubEnv('TZ', zone)
    const [own, named] = [createDateFormat(en, undefined), createDateFormat(en, zone)]
    const moments = fc.date({
      noInvalidDate: true,
      min: new Date('2026-01-01'),
      max: new Date(now),
    })
    const says = (at: Date) => [own, named].map((each) => each.relative(at.toISOString(), now))
    fc.assert(fc.property(moments, (at) => new Set(says(at)).size === 1))
    expect(own.relative('2025-06-12T08:00:00Z', now)).toBe('12 Jun 2025')
  },
)

it('says the same everywhere before it may know the reader', () => {
  expect(createDateFormat(en, undefined).absolute('2026-06-14T23:30:00Z')).toBe('14 Jun 2026')
})
