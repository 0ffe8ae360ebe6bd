export interface FileNameParts {
  /** May be cut. */
  readonly head: string
  /** Is never cut: the end of the stem and the extension. */
  readonly tail: string
}

/** Letters that change shape beside each other: a cut between them breaks the word. */
const joiningScript = /[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Mandaic}\p{Script=Nko}]/u
/** Invisible marks that turn text around: they could make `exe` read as `txt`. */
const bidiControls = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu
const longestExtension = 12
const keptOfStem = 4

/** What a name's two halves show, for a cut in the middle that never loses the extension. */
export function splitFileName(name: string): FileNameParts {
  const shown = name.replace(bidiControls, '□')
  const dot = shown.lastIndexOf('.')
  const hasExtension = dot > 0 && shown.length - dot <= longestExtension
  const stem = hasExtension ? shown.slice(0, dot) : shown
  const extension = hasExtension ? shown.slice(dot) : ''
  if (joiningScript.test(stem)) return { head: stem, tail: extension }
  const letters = graphemes(stem)
  // With half of a short stem kept, a cut still shows where the name begins.
  const kept = Math.min(keptOfStem, Math.floor(letters.length / 2))
  const cut = letters.length - kept
  return { head: letters.slice(0, cut).join(''), tail: letters.slice(cut).join('') + extension }
}

/** Each of these is a letter by itself: most names have no other. */
const plain = /^[ -~]*$/u
let segmenter: Intl.Segmenter | undefined

function graphemes(text: string): readonly string[] {
  if (plain.test(text)) return Array.from(text)
  segmenter ??= new Intl.Segmenter(undefined, { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}
