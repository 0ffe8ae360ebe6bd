import type { Messages } from '../messages/messages.js'
import { dayOf } from './day-of.js'
import { once } from './once.js'

export interface DateFormat {
  /** The same on a server and in any browser: no "today", and UTC where no time zone was given. */
  readonly absolute: (iso: string) => string
  /** "Today 14:02", "Yesterday", "12 Jun", "12 Jun 2024". */
  readonly relative: (iso: string, now: number) => string
}

type DateWords = Pick<Messages, 'locale' | 'today' | 'yesterday'>

export function createDateFormat(words: DateWords, timeZone: string | undefined): DateFormat {
  const format = (options: Intl.DateTimeFormatOptions, zone = timeZone) =>
    once(() => new Intl.DateTimeFormat(words.locale, { ...options, timeZone: zone }))
  const time = format({ hour: '2-digit', minute: '2-digit' })
  const dayAndMonth = format({ day: 'numeric', month: 'short' })
  const full = format({ day: 'numeric', month: 'short', year: 'numeric' })
  const fixed = format({ day: 'numeric', month: 'short', year: 'numeric' }, timeZone ?? 'UTC')

  return {
    absolute: (iso) => (isDate(iso) ? fixed().format(Date.parse(iso)) : ''),
    relative: (iso, now) => {
      if (!isDate(iso)) return ''
      const at = Date.parse(iso)
      const [day, today] = [calendarDay(at, timeZone), calendarDay(now, timeZone)]
      const daysAgo = today.number - day.number
      if (daysAgo === 0) return words.today({ time: time().format(at) })
      if (daysAgo === 1) return words.yesterday
      return (day.year === today.year ? dayAndMonth : full)().format(at)
    },
  }
}

function isDate(iso: string): boolean {
  return !Number.isNaN(Date.parse(iso))
}

interface CalendarDay {
  /** Days since 1970. */
  readonly number: number
  readonly year: string
}

/** Which day a moment falls on in a time zone. */
function calendarDay(at: number, timeZone: string | undefined): CalendarDay {
  if (timeZone === undefined) return localDay(at)
  const day = dayOf(at, timeZone)
  return { number: Math.round(Date.parse(day) / 86_400_000), year: day.slice(0, 4) }
}

/** In the reader's own time zone no format is needed. */
function localDay(at: number): CalendarDay {
  const date = new Date(at)
  const year = date.getFullYear()
  const number = Date.UTC(year, date.getMonth(), date.getDate()) / 86_400_000
  return { number, year: String(year) }
}
