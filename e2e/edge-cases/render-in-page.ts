import { JSDOM, type DOMWindow } from 'jsdom'
import { FilesProvider } from 'loadline'
import type { FileAdapter } from 'loadline/core'
import { createElement, type ReactElement } from 'react'
import { createRoot } from 'react-dom/client'
import { onTestFinished } from 'vitest'

let page: DOMWindow | undefined

/** Shows what an adapter gives as a page does, until the test is over. */
export function renderInPage(adapter: FileAdapter, content: ReactElement): DOMWindow {
  page ??= makePage()
  const root = createRoot(page.document.createElement('div'))
  onTestFinished(() => root.unmount())
  root.render(createElement(FilesProvider, { adapter }, content))
  return page
}

/** To the end of the file's tests: React may still be at work when one of them is over. */
function makePage(): DOMWindow {
  const { window } = new JSDOM()
  Object.assign(globalThis, { window, document: window.document })
  return window
}
