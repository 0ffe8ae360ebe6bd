'use client'

import { useEffect, type RefObject } from 'react'

/**
 * Focus would fall to the top of the page when the row or the button that has it goes: it moves to the row in its
 * place, else to the head's own button, else to what is around them.
 */
export function useKeptFocus(around: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = around.current
    return root === null ? undefined : keepFocusIn(root)
  }, [around])
}

function keepFocusIn(root: HTMLElement): () => void {
  let focused: Element | null = null
  let rowIndex = -1
  const rows = () => Array.from(root.querySelectorAll('[data-row]'))

  const onFocusIn = ({ target }: FocusEvent): void => {
    focused = target as Element
    rowIndex = rows().findIndex((row) => row.contains(focused))
  }
  const onFocusOut = ({ target }: FocusEvent): void => {
    // Some browsers tell of it before the element goes, and all of them when the window loses it.
    queueMicrotask(() => {
      if ((target as Element).isConnected && document.hasFocus() && target === focused)
        focused = null
    })
  }
  const observer = new MutationObserver(() => {
    const { activeElement, body } = document
    if (focused === null || focused.isConnected || activeElement !== body) return
    const there = rowIndex === -1 ? [] : rows()
    const row = there[Math.min(rowIndex, there.length - 1)]
    const next =
      lastButton(row) ??
      root.querySelector<HTMLElement>('[aria-expanded]:not([aria-haspopup])') ??
      root
    next.focus()
  })
  root.addEventListener('focusin', onFocusIn)
  root.addEventListener('focusout', onFocusOut)
  observer.observe(root, { childList: true, subtree: true })
  return () => {
    root.removeEventListener('focusin', onFocusIn)
    root.removeEventListener('focusout', onFocusOut)
    observer.disconnect()
  }
}

/** The way out of a row is its last one. */
function lastButton(row: Element | undefined): HTMLElement | undefined {
  return Array.from(row?.querySelectorAll('button') ?? []).at(-1)
}
