import { buttonNamed, findByRole, type ScreenLike } from './screen-like.js'

export interface FileGridOptions {
  /** The grid's accessible name. Default "Files". */
  readonly name?: string | undefined
}

export interface FileRowObject {
  readonly element: Element
  /** Of the file, or of the upload that stands in its place. */
  readonly status: string
  /** What its cells say, from the one after the name on. */
  readonly cells: readonly string[]
  /**
   * What to click.
   * @param action the button's word, e.g. "Cancel"
   * @throws Error with the buttons that there are
   */
  readonly button: (action: string) => HTMLElement
}

export interface FileGridObject {
  /** The names of the rows that are rendered, from the top. */
  readonly names: () => readonly string[]
  /** @throws Error with the rows that there are */
  readonly row: (name: string) => FileRowObject
  /** Files in all, rendered or not; `null` where the backend does not count them. */
  readonly count: () => number | null
}

/** A FileList as a person sees it, for tests. It only reads. */
export function fileGrid(
  screen: ScreenLike,
  { name: gridName = 'Files' }: FileGridOptions = {},
): FileGridObject {
  const grid = () => findByRole(screen, 'grid', gridName)
  const rows = () => Array.from(grid().querySelectorAll('[data-row]'))
  return {
    names: () => rows().map(nameOf),
    row(name) {
      const row = rows().find((one) => nameOf(one) === name)
      if (row !== undefined) return describeRow(row, name)
      throw new Error(`There is no file "${name}". There are: ${rows().map(nameOf).join(', ')}.`)
    },
    count() {
      // The head is a row too.
      const rowCount = Number(grid().getAttribute('aria-rowcount'))
      return rowCount < 0 ? null : rowCount - 1
    },
  }
}

function describeRow(element: Element, name: string): FileRowObject {
  const cells = element.querySelectorAll('[data-loadline="name-cell"] ~ [role="gridcell"]')
  return {
    element,
    status: element.getAttribute('data-status') ?? '',
    cells: Array.from(cells, (cell) => cell.textContent ?? ''),
    button: (action) => buttonNamed(element, `${action} ${name}`),
  }
}

function nameOf(row: Element): string {
  return row.querySelector('[data-loadline="name"] > [data-loadline="spoken"]')?.textContent ?? ''
}
