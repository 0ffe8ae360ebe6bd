import type { KeyboardEvent } from 'react'

/** Where a slash is typed, or keys have other meanings. */
const others = 'input:not([type=checkbox]), textarea, dialog, [contenteditable], [role=menu]'

/** The slash puts the cursor into the search, from wherever in the list. */
export function focusSearch(event: KeyboardEvent<HTMLElement>): void {
  const { key, currentTarget, target } = event
  const isCommand = event.altKey || event.ctrlKey || event.metaKey
  if (key !== '/' || isCommand || (target as Element).closest(others)) return
  const field = currentTarget.querySelector<HTMLElement>('[data-loadline="search-field"]')
  if (field === null) return
  event.preventDefault()
  field.focus()
}
