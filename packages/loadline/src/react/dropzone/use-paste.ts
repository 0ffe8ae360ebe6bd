'use client'

import { useEffect, type RefObject } from 'react'
import { collectFiles, type CollectedFile } from '../../core/index.js'
import { useNewest } from '../hooks/use-newest.js'
import { hasFiles } from './has-files.js'

/** Where a paste counts: while focus is in the area, anywhere on the page, or nowhere. */
export type PasteMode = 'focus' | 'document' | 'none'

interface PasteOptions {
  readonly area: Readonly<RefObject<HTMLElement | null>>
  readonly mode: PasteMode
  readonly onFiles: (files: readonly CollectedFile[]) => void
}

/** Browsers send a paste to the page's body where a button has the focus, so it is heard on the document. */
export function usePaste({ area, mode, onFiles }: PasteOptions): void {
  const newest = useNewest(onFiles)
  useEffect(() => {
    if (mode === 'none') return undefined
    const paste = (event: ClipboardEvent) => {
      const { clipboardData, target, defaultPrevented } = event
      if (defaultPrevented || !hasFiles(clipboardData)) return
      if (isText(clipboardData, target) || !isMeant(mode, area.current, target)) return
      event.preventDefault()
      void collectFiles(clipboardData).then((files) => newest.current(files))
    }
    document.addEventListener('paste', paste)
    return () => {
      document.removeEventListener('paste', paste)
    }
  }, [area, mode, newest])
}

/** Office programs put a picture of the text beside it: a field that is written in wants the text. */
function isText({ types }: DataTransfer, target: EventTarget | null): boolean {
  const isWritten =
    target instanceof HTMLElement && (target.isContentEditable || target.matches('input, textarea'))
  return isWritten && types.includes('text/plain')
}

function isMeant(mode: PasteMode, area: HTMLElement | null, target: EventTarget | null): boolean {
  if (area !== null && target instanceof Node && area.contains(target)) return true
  if (mode === 'focus') return area?.contains(document.activeElement) === true
  return !(target instanceof HTMLElement && target.isContentEditable)
}
