import { buttonNamed, findByRole, type ScreenLike } from './screen-like.js'

export interface UploadsPanelOptions {
  /** The panel's accessible name. Default "Uploads". */
  readonly name?: string | undefined
}

export interface UploadRowObject {
  readonly element: Element
  /** As of the task: "uploading", "ready", … */
  readonly status: string
  /** What it waits for, e.g. "auth"; `null` where it does not wait. */
  readonly wait: string | null
  /** Whole percent. */
  readonly percent: number
  /** Its status in words. */
  readonly text: string
  /**
   * What to click.
   * @param action the button's word, e.g. "Pause", "Retry"
   * @throws Error with the buttons that there are
   */
  readonly button: (action: string) => HTMLElement
}

export interface UploadsPanelObject {
  readonly isShown: () => boolean
  /** The files' names, in the order of the rows. */
  readonly names: () => readonly string[]
  /** @throws Error with the rows that there are */
  readonly row: (name: string) => UploadRowObject
  /** What stands above the rows: "Uploading 3 of 12 files". */
  readonly title: () => string
  /** What was last said to those who do not see it. */
  readonly announcement: () => string
  /** A button of the head: "Pause all", "Retry failed", … */
  readonly button: (name: string) => HTMLElement
}

/**
 * A FileActiveUploads as a person sees it, for tests. It only reads: click its buttons with what your tests click
 * with, and wait with what they wait with.
 */
export function uploadsPanel(
  screen: ScreenLike,
  { name: panelName = 'Uploads' }: UploadsPanelOptions = {},
): UploadsPanelObject {
  const panel = () => findByRole(screen, 'region', panelName)
  const rows = () => Array.from(panel().querySelectorAll('li[data-status]'))
  return {
    isShown() {
      try {
        return panel().isConnected
      } catch {
        return false
      }
    },
    names: () => rows().map(nameOf),
    row(name) {
      const row = rows().find((one) => nameOf(one) === name)
      if (row !== undefined) return describeRow(row, name)
      throw new Error(`There is no upload "${name}". There are: ${rows().map(nameOf).join(', ')}.`)
    },
    title: () => textOf(panel(), '[data-loadline="uploads-title"]'),
    announcement: () => textOf(panel(), '[role="status"]'),
    button: (name) => buttonNamed(panel(), name),
  }
}

function describeRow(element: Element, name: string): UploadRowObject {
  return {
    element,
    status: element.getAttribute('data-status') ?? '',
    wait: element.getAttribute('data-wait'),
    percent: Number(barOf(element)?.getAttribute('aria-valuenow')),
    text: textOf(element, '[data-loadline="status-words"]'),
    button: (action) => buttonNamed(element, `${action} ${name}`),
  }
}

function nameOf(row: Element): string {
  return barOf(row)?.getAttribute('aria-label') ?? ''
}

function barOf(row: Element): Element | null {
  return row.querySelector('[role="progressbar"]')
}

function textOf(element: Element, selector: string): string {
  return element.querySelector(selector)?.textContent ?? ''
}
