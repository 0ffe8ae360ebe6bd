import { en } from '../react/messages/en.js'
import type { Messages } from '../react/messages/messages.js'

const plain = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ'
const accented = 'àƀçðéƒĝĥîĵķļɱñöþɋŕšţûṽŵẋýžÀƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞɊŔŠŢÛṼŴẊÝŽ'

/** Of the private use area: no text has these by itself. */
const firstSign = 0xe000

/**
 * English made strange, for tests and stories: accents, brackets around each message and 40 % more of it.
 * What shows no brackets did not come from the messages; what is cut off leaves no room for other languages.
 */
export const pseudo: Messages = {
  ...(disguise(en) as Messages),
  locale: en.locale,
  // Figures, as sizes and dates are.
  duration: en.duration,
}

function disguise(value: unknown): unknown {
  if (typeof value === 'string') return strange(value)
  if (typeof value === 'function') return disguiseFunction(value as (args: unknown) => string)
  return Object.fromEntries(
    Object.entries(value as object).map(([key, inner]) => [key, disguise(inner)]),
  )
}

/** Names, sizes and other words that are handed in stay as they are, outside of the brackets. */
function disguiseFunction(write: (args: unknown) => string): (args: unknown) => string {
  return (args) => {
    const given: string[] = []
    const hidden =
      typeof args === 'object' && args !== null
        ? Object.fromEntries(Object.entries(args).map(([key, inner]) => [key, hide(inner, given)]))
        : args
    const written = strange(write(hidden)).replace(
      /[\uE000-\uF8FF]/gu,
      (sign) => `]${given[sign.charCodeAt(0) - firstSign] ?? sign}[`,
    )
    return written.replace(/\[(\s*)\]/gu, '$1')
  }
}

function hide(value: unknown, given: string[]): unknown {
  if (typeof value !== 'string') return value
  given.push(value)
  return String.fromCharCode(firstSign + given.length - 1)
}

function strange(text: string): string {
  const disguised = text.replace(/[a-z]/giu, (letter) => accented[plain.indexOf(letter)] ?? letter)
  return `[${disguised}${'~'.repeat(Math.ceil(text.length * 0.4))}]`
}
