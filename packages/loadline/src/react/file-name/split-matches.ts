export interface NamePiece {
  readonly text: string
  readonly isMatch: boolean
}

/** A name cut where it says what was searched for, upper or lower case. */
export function splitMatches(name: string, search: string): readonly NamePiece[] {
  const [low, wanted] = [name.toLowerCase(), search.trim().toLowerCase()]
  // Some letters have more or fewer of the other case: places would not agree.
  if (wanted === '' || low.length !== name.length) return [{ text: name, isMatch: false }]
  const pieces: NamePiece[] = []
  let from = 0
  for (let at = low.indexOf(wanted); at !== -1; at = low.indexOf(wanted, from)) {
    pieces.push({ text: name.slice(from, at), isMatch: false })
    from = at + wanted.length
    pieces.push({ text: name.slice(at, from), isMatch: true })
  }
  pieces.push({ text: name.slice(from), isMatch: false })
  return pieces.filter(({ text }) => text !== '')
}

/** What of the pieces stands from one place to another. */
export function slicePieces(
  pieces: readonly NamePiece[],
  start: number,
  end: number,
): readonly NamePiece[] {
  let at = 0
  return pieces.flatMap(({ text, isMatch }) => {
    const cut = text.slice(Math.max(0, start - at), Math.max(0, end - at))
    at += text.length
    return cut === '' ? [] : [{ text: cut, isMatch }]
  })
}
