/**
 * The next name that begins with what was typed, round the end. One letter goes on to the next name; more stay where
 * they are as long as they fit. `null`: there is none.
 */
export function nextByName(names: readonly string[], typed: string, from: number): number | null {
  const { compare } = new Intl.Collator(undefined, { sensitivity: 'base' })
  const first = typed.length === 1 ? from + 1 : from
  for (let step = 0; step < names.length; step += 1) {
    const index = (first + step) % names.length
    if (compare(names[index]?.slice(0, typed.length) ?? '', typed) === 0) return index
  }
  return null
}
