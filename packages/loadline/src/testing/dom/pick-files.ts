import { fileTransfer } from './file-transfer.js'

/**
 * Clicks a button and chooses these files in the file selector that it opens. What the selector would not
 * offer, by `accept` or `multiple`, is chosen all the same: users can do that too.
 * @throws Error where the click opens no file selector.
 */
export async function pickFiles(button: HTMLElement, files: readonly File[]): Promise<void> {
  const input = clickFor(button)
  if (input === null) throw new Error('The click opened no file selector.')
  const { files: list } = fileTransfer(files)
  Object.defineProperty(input, 'files', { value: list, configurable: true })
  for (const type of ['input', 'change']) input.dispatchEvent(new Event(type, { bubbles: true }))
  await Promise.resolve()
}

/** The input whose selector the click would have opened; the selector itself stays shut. */
function clickFor(button: HTMLElement): HTMLInputElement | null {
  const { ownerDocument } = button
  let found: HTMLInputElement | null = null
  const catchInput = (event: Event): void => {
    const target = event.composedPath()[0]
    if (!(target instanceof HTMLInputElement) || target.type !== 'file') return
    event.preventDefault()
    found = target
  }
  ownerDocument.addEventListener('click', catchInput, { capture: true })
  button.click()
  ownerDocument.removeEventListener('click', catchInput, { capture: true })
  return found
}
