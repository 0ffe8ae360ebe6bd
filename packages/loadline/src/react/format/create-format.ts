import type { Messages } from '../messages/messages.js'
import { createByteFormat, type ByteFormat } from './format-bytes.js'
import { createDateFormat, type DateFormat } from './format-date.js'
import { once } from './once.js'

export interface Format extends ByteFormat, DateFormat {
  /** Rounded down: 100% is said only when all is there. */
  readonly percent: (fraction: number) => string
  readonly duration: (seconds: number) => string
  readonly list: (items: readonly string[]) => string
}

/** Numbers, sizes, times and dates as the messages' locale writes them. */
export function createFormat(messages: Messages, timeZone: string | undefined): Format {
  const { locale } = messages
  const percent = once(
    () => new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }),
  )
  const list = once(() => new Intl.ListFormat(locale, { type: 'conjunction' }))
  return {
    ...createByteFormat(locale),
    ...createDateFormat(messages, timeZone),
    percent: (fraction) => percent().format(Math.floor(fraction * 100) / 100),
    duration: (seconds) => messages.duration(scaleSeconds(seconds)),
    list: (items) => list().format(items),
  }
}

function scaleSeconds(seconds: number) {
  const whole = Math.max(1, Math.ceil(seconds))
  if (whole < 60) return { count: whole, unit: 'second' } as const
  const minutes = Math.round(whole / 60)
  if (minutes < 60) return { count: minutes, unit: 'minute' } as const
  return { count: Math.round(minutes / 60), unit: 'hour' } as const
}
