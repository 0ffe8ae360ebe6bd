type Value = string | number | boolean | null
type Operators = Readonly<Record<string, unknown>>

/** A filter of one column. `undefined`: none. `null` as a value asks for columns that are null. */
export function matchFilter(value: Value, filter: Operators | null | undefined): boolean {
  return Object.entries(filter ?? {}).every(([operator, wanted]) =>
    matchOperator(value, operator, wanted),
  )
}

function matchOperator(value: Value, operator: string, wanted: unknown): boolean {
  const text = String(value ?? '')
  switch (operator) {
    case 'equalTo':
      return value === wanted
    case 'notEqualTo':
      return value !== wanted
    case 'valueIn':
      return wanted === null || (wanted as readonly Value[]).includes(value)
    case 'valueNotIn':
      return wanted === null || !(wanted as readonly Value[]).includes(value)
    case 'like':
      return wanted === null || like(textOf(wanted)).test(text)
    case 'iLike':
      return wanted === null || like(textOf(wanted).toLowerCase()).test(text.toLowerCase())
    case 'lessThan':
      return wanted === null || Number(value) < Number(wanted)
    case 'lessThanEqual':
      return wanted === null || Number(value) <= Number(wanted)
    case 'moreThan':
      return wanted === null || Number(value) > Number(wanted)
    case 'moreThanEqual':
      return wanted === null || Number(value) >= Number(wanted)
    default:
      throw new Error(`There is no operator ${operator}.`)
  }
}

/** `%`: any text, `_`: any character, and a backslash takes the meaning from what follows. */
function like(pattern: string): RegExp {
  const source = [...pattern.matchAll(/\\(.)|([\s\S])/gu)].map(([, escaped, plain = '']) => {
    if (escaped !== undefined) return escape(escaped)
    if (plain === '%') return '[\\s\\S]*'
    return plain === '_' ? '[\\s\\S]' : escape(plain)
  })
  return new RegExp(`^${source.join('')}$`, 'u')
}

function textOf(wanted: unknown): string {
  return typeof wanted === 'string' ? wanted : ''
}

function escape(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
