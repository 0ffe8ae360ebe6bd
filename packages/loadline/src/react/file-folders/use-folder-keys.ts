'use client'

import { useEffect, type RefObject } from 'react'
import { useNewest } from '../hooks/use-newest.js'

const ownKeys =
  'input:not([type="checkbox"]), textarea, select, [contenteditable], dialog, [role="menu"]'

/**
 * Backspace and Alt+Up, anywhere in a list where nothing is written.
 * @param goUp `null`: the root is shown
 */
export function useFolderKeys(
  panel: RefObject<HTMLElement | null>,
  goUp: (() => void) | null,
): void {
  const newest = useNewest(goUp)
  useEffect(() => {
    const element = panel.current
    if (element === null) return undefined
    const onKeyDown = (event: KeyboardEvent): void => {
      const { key, altKey, ctrlKey, metaKey, shiftKey, defaultPrevented } = event
      const isUp = altKey ? key === 'ArrowUp' : key === 'Backspace'
      if (!isUp || ctrlKey || metaKey || shiftKey || defaultPrevented) return
      if (newest.current === null || (event.target as Element).closest(ownKeys) !== null) return
      event.preventDefault()
      newest.current()
    }
    element.addEventListener('keydown', onKeyDown)
    return () => {
      element.removeEventListener('keydown', onKeyDown)
    }
  }, [panel, newest])
}
