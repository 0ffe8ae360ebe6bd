import type { Format } from '../format/create-format.js'
import type { Messages } from '../messages/messages.js'

const mostWords = 5

/** "PDF, images and video": accepted types for people. `null`: anything is. */
export function describeAccept(
  rules: readonly string[],
  messages: Messages,
  format: Format,
): string | null {
  const words = [...new Set(rules.map((rule) => typeWord(rule, messages)))]
  if (words.length === 0 || words.includes('*')) return null
  const more = words.length - mostWords
  if (more <= 1) return format.list(words)
  return format.list([...words.slice(0, mostWords), messages.more({ count: more })])
}

function typeWord(rule: string, { typeWords }: Messages): string {
  if (rule.startsWith('.')) return rule.slice(1).toUpperCase()
  const [group = '', subtype = ''] = rule.toLowerCase().split('/')
  if (subtype !== '*') return wordOf(subtype)
  return typeWords[group as keyof typeof typeWords] ?? group
}

/** Of `vnd.oasis.opendocument.text` the last word says most; `svg+xml` is SVG. */
function wordOf(subtype: string): string {
  const word = subtype.split('+')[0]?.split('.').at(-1) ?? subtype
  return word.replace(/^x-/, '').toUpperCase()
}
