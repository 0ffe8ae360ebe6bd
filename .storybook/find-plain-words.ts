const attributes = [
  'aria-label',
  'aria-valuetext',
  'aria-description',
  'placeholder',
  'title',
  'alt',
]

/** What a list of types is made of: "PDF and .dwg", joined by `Intl`. */
const types = /\.[a-z0-9]{1,5}\b|\b[A-Z][A-Z0-9]{1,5}\b|\band\b/gu

/** Sizes, speeds, times and dates, as `Intl` writes them. */
const figures =
  /\d[\d.,]*\s?(?:bytes?|[kMGTP]?B)(?:\/s)?|\d+\s?(?:s|min|h)\b|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b(?: \d{4})?/gu

/**
 * What people read or hear of the slots below an element that did not come from the pseudo-locale's messages, but
 * is no file's name and no figure either.
 * @param ownWords what the application handed in
 */
export function findPlainWords(
  root: HTMLElement,
  ownWords: readonly string[] = [],
): readonly string[] {
  const known = [...root.querySelectorAll('[data-loadline=name] > [data-loadline=spoken]')]
    .map(({ textContent }) => textContent)
    .concat(ownWords)
    .sort((one, other) => other.length - one.length)
  const texts = [...root.querySelectorAll('[data-loadline]')].flatMap((slot) => [
    ...attributeTexts(slot),
    ...textsIn(slot),
  ])
  const plain = texts.filter((text) => /\p{L}/u.test(withoutKnown(text, known)))
  return [...new Set(plain)]
}

function attributeTexts(slot: Element): readonly string[] {
  return [slot, ...slot.querySelectorAll('*')].flatMap((element) =>
    attributes.flatMap((name) => element.getAttribute(name) ?? []),
  )
}

function textsIn(slot: Element): readonly string[] {
  const texts: string[] = []
  const walker = document.createTreeWalker(slot, NodeFilter.SHOW_TEXT)
  while (walker.nextNode() !== null) {
    const { nodeValue, parentElement } = walker.currentNode as Text
    // A name is cut into two.
    if (parentElement?.closest('[data-loadline=name]') === null) texts.push(nodeValue ?? '')
  }
  return texts
}

function withoutKnown(text: string, known: readonly string[]): string {
  let rest = text
  for (const name of known) rest = rest.replaceAll(name, '')
  for (let before = ''; before !== rest;) {
    before = rest
    rest = rest.replace(/\[[^[\]]*\]/gu, '')
  }
  return rest.replace(figures, '').replace(types, '')
}
