import { useFileUrl, type FileUrlResult } from 'loadline'
import type { FileAdapter, StoredFile } from 'loadline/core'
import { createElement } from 'react'
import { expect } from 'vitest'
import { renderInPage } from './render-in-page.js'

export type UseAddress = (file: StoredFile) => Pick<FileUrlResult, 'url' | 'onError'>

/** What shows a file in a page: its address by now, and what is told when that has failed. */
export async function shownInPage(
  adapter: FileAdapter,
  file: StoredFile,
  useAddress: UseAddress = useFileUrl,
): Promise<{ readonly url: () => string; readonly fail: () => void }> {
  let shown: ReturnType<UseAddress> | undefined
  const Shown = () => {
    shown = useAddress(file)
    return null
  }
  renderInPage(adapter, createElement(Shown))
  await expect.poll(() => shown?.url).toBe(file.url)
  return { url: () => shown?.url ?? '', fail: () => shown?.onError() }
}
