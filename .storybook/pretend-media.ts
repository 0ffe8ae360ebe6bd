/**
 * Puts the rules of a media feature in force, as if the reader had set it: a page cannot set it for itself.
 * Colours that the system forces stay out; for those there is the browser's own emulation.
 * @param feature like `prefers-reduced-motion`
 * @returns what ends it
 */
export function pretendMedia(feature: string | undefined): () => void {
  const changed =
    feature === undefined
      ? []
      : mediaRules()
          .filter(({ media }) => media.mediaText.includes(feature))
          .map((rule) => ({ rule, before: rule.media.mediaText }))
  for (const { rule } of changed) rule.media.mediaText = 'all'
  return () => {
    for (const { rule, before } of changed) rule.media.mediaText = before
  }
}

function mediaRules(): readonly CSSMediaRule[] {
  return [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSMediaRule)
}
