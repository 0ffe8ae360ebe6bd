import type { FileFilter } from '../../core/index.js'
import { dayOf } from '../format/day-of.js'

/** Days as `<input type="date">` writes them, both included; `''`: open. */
export interface DayRange {
  readonly first: string
  readonly last: string
}

/** No place on earth is further from UTC. */
const mostOffsetMs = 15 * 3_600_000

/**
 * The first moment of a day, in epoch ms: where clocks go forward at midnight, that is not midnight.
 * @param day `2026-06-01`
 */
export function startOfDay(day: string, timeZone: string | undefined): number {
  const around = Date.parse(day)
  let [before, at] = [around - mostOffsetMs, around + mostOffsetMs]
  while (at - before > 1) {
    const middle = Math.floor((before + at) / 2)
    if (dayOf(middle, timeZone) < day) before = middle
    else at = middle
  }
  return at
}

/** A moment is neither after nor before itself: the first one of the range has to be after what is asked for. */
export function filterOfDays({ first, last }: DayRange, timeZone: string | undefined): FileFilter {
  const isTurned = first !== '' && last !== '' && last < first
  const [from, to] = isTurned ? [last, first] : [first, last]
  return {
    createdAfter: from === '' ? undefined : isoOf(startOfDay(from, timeZone) - 1),
    createdBefore: to === '' ? undefined : isoOf(startOfDay(dayAfter(to), timeZone)),
  }
}

/** The days that a filter lets through, whole or in part. */
export function daysOfFilter(filter: FileFilter, timeZone: string | undefined): DayRange {
  const { first, last } = momentsOf(filter)
  const day = (at: number): string => (Number.isNaN(at) ? '' : dayOf(at, timeZone))
  return { first: day(first), last: day(last) }
}

/** The first and the last moment that a filter lets through, in epoch ms; `NaN`: it is open. */
export function momentsOf({ createdAfter = '', createdBefore = '' }: FileFilter) {
  return { first: Date.parse(createdAfter) + 1, last: Date.parse(createdBefore) - 1 }
}

function dayAfter(day: string): string {
  return dayOf(Date.parse(day) + 86_400_000, 'UTC')
}

function isoOf(at: number): string {
  return new Date(at).toISOString()
}
