import type { Locator, Page } from '@playwright/test'

const mostStops = 60

/** Presses the tab key, in the direction in which the control lies, until the focus is there. */
export async function tabTo(page: Page, control: Locator): Promise<void> {
  await control.waitFor()
  for (let stop = 0; stop < mostStops; stop += 1) {
    const key = await keyTowards(control)
    if (key === null) return
    await page.keyboard.press(key)
  }
  throw new Error(`The tab key does not come to ${String(control)}.`)
}

/** Of an open menu, by the arrow keys. */
export async function chooseItem(page: Page, item: Locator): Promise<void> {
  await item.waitFor()
  for (let step = 0; step < mostStops; step += 1) {
    if (await hasFocus(item)) return page.keyboard.press('Enter')
    await page.keyboard.press('ArrowDown')
  }
  throw new Error(`The arrow keys do not come to ${String(item)}.`)
}

function hasFocus(control: Locator): Promise<boolean> {
  return control.evaluate((element) => element === document.activeElement)
}

/** `null`: the focus is there. Asked in one go: each question costs as much as a key. */
function keyTowards(control: Locator): Promise<'Tab' | 'Shift+Tab' | null> {
  return control.evaluate((element) => {
    const { activeElement, body } = document
    if (activeElement === element) return null
    if (activeElement === null || activeElement === body) return 'Tab'
    const position = activeElement.compareDocumentPosition(element)
    return (position & Node.DOCUMENT_POSITION_PRECEDING) !== 0 ? 'Shift+Tab' : 'Tab'
  })
}
