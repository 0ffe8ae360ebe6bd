import type { Messages } from '../messages/messages.js'

export interface DateFormat {
  /** The same on a server and in any browser: no "today", and UTC where no time zone was given. */
  readonly absolute: (iso: string) => string
  /** "Today 14:02", "Yesterday", "12 Jun", "12 Jun 2024". */
  readonly relative: (iso: string, now: number) => string
}

type DateWords = Pick<Messages, 'locale' | 'today' | 'yesterday'>

export function createDateFormat(words: DateWords, timeZone: string | undefined): DateFormat {
  const format = (options: Intl.DateTimeFormatOptions, zone = timeZone) =>
    new Intl.DateTimeFormat(words.locale, { ...options, timeZone: zone })
  const time = format({ hour: '2-digit', minute: '2-digit' })
  const dayAndMonth = format({ day: 'numeric', month: 'short' })
  const full = format({ day: 'numeric', month: 'short', year: 'numeric' })
  const fixed = format({ day: 'numeric', month: 'short', year: 'numeric' }, timeZone ?? 'UTC')
  const calendarDay = (at: number) => dayNumber(at, timeZone)

  return {
    absolute: (iso) => (isDate(iso) ? fixed.format(Date.parse(iso)) : ''),
    relative: (iso, now) => {
      if (!isDate(iso)) return ''
      const at = Date.parse(iso)
      const daysAgo = calendarDay(now) - calendarDay(at)
      if (daysAgo === 0) return words.today({ time: time.format(at) })
      if (daysAgo === 1) return words.yesterday
      return (yearOf(at, timeZone) === yearOf(now, timeZone) ? dayAndMonth : full).format(at)
    },
  }
}

function isDate(iso: string): boolean {
  return !Number.isNaN(Date.parse(iso))
}

/** Days since 1970 on the calendar of a time zone. */
function dayNumber(at: number, timeZone: string | undefined): number {
  const day = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).format(at)
  return Math.round(Date.parse(day) / 86_400_000)
}

function yearOf(at: number, timeZone: string | undefined): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric' }).format(at)
}
