'use client'

import { useEffect } from 'react'
import { hasFiles } from './has-files.js'

/** Files dropped beside an area would open in place of the page, and end what is under way. */
export function useMissedDrops(isEnabled: boolean): void {
  useEffect(() => {
    if (!isEnabled) return undefined
    const refuse = (event: DragEvent) => {
      const { dataTransfer, target, defaultPrevented } = event
      if (defaultPrevented || !hasFiles(dataTransfer) || isFileInput(target)) return
      event.preventDefault()
      dataTransfer.dropEffect = 'none'
    }
    window.addEventListener('dragover', refuse)
    window.addEventListener('drop', refuse)
    return () => {
      window.removeEventListener('dragover', refuse)
      window.removeEventListener('drop', refuse)
    }
  }, [isEnabled])
}

/** The application's own: it takes drops by itself. */
function isFileInput(target: EventTarget | null): boolean {
  return target instanceof HTMLInputElement && target.type === 'file'
}
