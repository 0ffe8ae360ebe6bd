import { FileList, type FileAction } from 'loadline'
import type { FileAdapter, StoredFile } from 'loadline/core'
import { createElement } from 'react'
import { expect, vi } from 'vitest'
import { renderInPage } from './render-in-page.js'

/** The name that a list's own action saves a file under. */
export async function savedName(adapter: FileAdapter, file: StoredFile): Promise<string> {
  let all: readonly FileAction[] = []
  const actions = (defaults: readonly FileAction[]) => (all = defaults)
  const { HTMLAnchorElement } = renderInPage(adapter, createElement(FileList, { actions }))
  const click = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockReturnValue()
  await expect.poll(() => all.length).toBeGreaterThan(0)
  const save = all.find(({ id }) => id === 'download')
  const selection = { kind: 'ids', ids: new Set([file.id]) } as const
  save?.onAction([{ kind: 'stored', id: file.id, file }], { selection })
  await expect.poll(() => click.mock.contexts).toHaveLength(1)
  const [link] = click.mock.contexts as readonly { readonly download: string }[]
  click.mockRestore()
  return link?.download ?? ''
}
