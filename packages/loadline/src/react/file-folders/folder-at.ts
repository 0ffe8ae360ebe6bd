export interface FolderTarget {
  /** `null`: the root. */
  readonly id: string | null
  readonly name: string
  readonly element: HTMLElement
}

/** The folder that something is dragged over: a row, or a step of the way. */
export function folderAt(target: EventTarget | null): FolderTarget | null {
  if (!(target instanceof Element)) return null
  const step = target.closest<HTMLElement>('[data-folder]')
  if (step !== null) {
    const id = step.dataset['folder'] ?? ''
    return { id: id === '' ? null : id, name: step.textContent, element: step }
  }
  const row = target.closest<HTMLElement>('[data-row^="folder:"]')
  if (row === null) return null
  const name = row.querySelector('[data-loadline="name"] > :first-child')?.textContent ?? ''
  return { id: (row.dataset['row'] ?? '').slice('folder:'.length), name, element: row }
}

/** Shows which folder would get what is dragged; `null`: none. */
export function markTarget(panel: HTMLElement, element: HTMLElement | null): void {
  for (const marked of panel.querySelectorAll<HTMLElement>('[data-over]')) {
    if (marked !== element) delete marked.dataset['over']
  }
  if (element !== null) element.dataset['over'] = ''
}
