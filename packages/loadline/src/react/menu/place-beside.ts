const gap = 4
const margin = 8

export interface Point {
  /** Px in the window. */
  readonly x: number
  readonly y: number
}

/** Below its anchor and ending where it ends; above, where there is no room. For an element with `position: fixed`. */
export function placeBeside(element: HTMLElement, anchor: HTMLElement): void {
  const { left, right, top, bottom } = anchor.getBoundingClientRect()
  const { offsetWidth: width, offsetHeight: height } = element
  const isRightToLeft = getComputedStyle(anchor).direction === 'rtl'
  const x = isRightToLeft ? left : right - width
  const fitsBelow = bottom + gap + height + margin <= document.documentElement.clientHeight
  placeAt(element, { x, y: fitsBelow ? bottom + gap : top - gap - height })
}

/** There, or as near as the window has room. For an element with `position: fixed`. */
export function placeAt(element: HTMLElement, { x, y }: Point): void {
  const { offsetWidth: width, offsetHeight: height } = element
  const { clientWidth, clientHeight } = document.documentElement
  const within = (at: number, most: number): string =>
    `${String(Math.max(margin, Math.min(at, most - margin)))}px`
  element.style.left = within(x, clientWidth - width)
  element.style.top = within(y, clientHeight - height)
}
