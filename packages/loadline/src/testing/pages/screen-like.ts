/** An element, or a locator of one as Vitest's browser mode has it. */
type Found = Element | { element(): Element }

/** What page objects need of Testing Library's `screen`, of a render result, or of Vitest's `page`. */
export interface ScreenLike {
  getByRole(role: string, options: { readonly name: string }): Found
}

/**
 * The element with this role and name.
 * @throws what the screen throws where there is none.
 */
export function findByRole(screen: ScreenLike, role: string, name: string): Element {
  const found = screen.getByRole(role, { name })
  return 'element' in found ? found.element() : found
}

/** The button within an element that is called so. */
export function buttonNamed(element: Element, name: string): HTMLElement {
  const buttons = Array.from(element.querySelectorAll('button'))
  const nameOf = (one: HTMLElement) => one.getAttribute('aria-label') ?? one.textContent?.trim()
  const button = buttons.find((one) => nameOf(one) === name)
  if (button !== undefined) return button
  const names = buttons.map(nameOf).join(', ')
  throw new Error(`There is no button "${name}". There are: ${names === '' ? 'none' : names}.`)
}
