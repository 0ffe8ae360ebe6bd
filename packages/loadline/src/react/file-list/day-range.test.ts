import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayOf } from '../format/day-of.js'
import { daysOfFilter, filterOfDays, startOfDay } from './day-range.js'

const zones = [
  'UTC',
  'Pacific/Kiritimati',
  'Etc/GMT+12',
  'Asia/Kathmandu',
  'Europe/Berlin',
  // Clocks go forward at midnight there: a day begins at one o'clock.
  'Africa/Cairo',
  'America/Santiago',
  // And back at one, to a second midnight.
  'America/Havana',
]
const anyZone = fc.constantFrom(...zones)
const anyDay = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))

describe('a day in a time zone', () => {
  it('begins with its first moment, the one before is of the day before', () => {
    fc.assert(
      fc.property(anyDay, anyZone, (day, zone) => {
        const at = startOfDay(day, zone)
        // Kiribati went without a day, to get to the other side of the date line.
        fc.pre(zone !== 'Pacific/Kiritimati' || day > '1995-01-02')
        expect(dayOf(at, zone)).toBe(day)
        expect(dayOf(at - 1, zone) < day).toBe(true)
      }),
    )
  })

  it.each([
    ['2026-06-01', 'UTC', '2026-06-01T00:00:00.000Z'],
    ['2026-06-01', 'Europe/Berlin', '2026-05-31T22:00:00.000Z'],
    ['2026-12-01', 'Europe/Berlin', '2026-11-30T23:00:00.000Z'],
    ['2026-04-24', 'Africa/Cairo', '2026-04-23T22:00:00.000Z'],
    ['2026-11-01', 'America/Havana', '2026-11-01T04:00:00.000Z'],
  ])('%s in %s begins at %s', (day, zone, iso) => {
    expect(new Date(startOfDay(day, zone)).toISOString()).toBe(iso)
  })
})

describe('a range of days', () => {
  it('is the filter between its first and its last moment, and can be read back', () => {
    fc.assert(
      fc.property(
        anyDay,
        anyDay,
        fc.integer({ min: 0, max: 2 }),
        anyZone,
        (one, other, ends, zone) => {
          fc.pre(zone !== 'Pacific/Kiritimati' || (one > '1995-01-02' && other > '1995-01-02'))
          const [from, to] = [one, other].sort() as [string, string]
          const range = { first: ends === 1 ? '' : from, last: ends === 2 ? '' : to }
          expect(daysOfFilter(filterOfDays(range, zone), zone)).toEqual(range)
        },
      ),
    )
  })

  it('holds both of its days whole', () => {
    const days = { first: '2026-06-01', last: '2026-06-12' }
    // The moments themselves are outside.
    expect(filterOfDays(days, 'UTC')).toEqual({
      createdAfter: '2026-05-31T23:59:59.999Z',
      createdBefore: '2026-06-13T00:00:00.000Z',
    })
  })

  it('is turned where it is the wrong way round', () => {
    const turned = filterOfDays({ first: '2026-06-12', last: '2026-06-01' }, 'UTC')
    expect(turned).toEqual(filterOfDays({ first: '2026-06-01', last: '2026-06-12' }, 'UTC'))
  })

  it('is open where nothing, or no time, is asked for', () => {
    expect(daysOfFilter({}, 'UTC')).toEqual({ first: '', last: '' })
    expect(daysOfFilter({ createdAfter: 'soon' }, 'UTC')).toEqual({ first: '', last: '' })
  })
})
