/** In one turn: letters that come half a second apart begin a name each. */
export function typeAtOnce(letters: string): void {
  for (const key of letters) {
    document.activeElement?.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true }))
  }
}
