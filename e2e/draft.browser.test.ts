import { FileDropzone, FilesProvider, useUploadDraft, type UploadDraft } from 'loadline'
import { restAdapter } from 'loadline/adapters/rest'
import { dropFiles, makeFile } from 'loadline/testing'
import { createElement as h, type ReactNode } from 'react'
import { createRoot } from 'react-dom/client'
import { afterEach, expect, inject, it } from 'vitest'
import { page } from 'vitest/browser'

const cleanUps: (() => void)[] = []
afterEach(() => {
  for (const cleanUp of cleanUps.splice(0)) cleanUp()
})

const context = { signal: new AbortController().signal }

/** A form with a draft over the reference backend. */
async function openForm() {
  const adapter = restAdapter({ baseUrl: inject('backendUrl') })
  let newest: UploadDraft | undefined
  function Form(): ReactNode {
    newest = useUploadDraft()
    return h(FileDropzone, { scope: newest.scope, isDraft: true })
  }
  const container = document.createElement('div')
  document.body.append(container)
  const root = createRoot(container)
  root.render(h(FilesProvider, { adapter }, h(Form)))
  cleanUps.push(() => {
    root.unmount()
    container.remove()
  })
  const area = page.getByRole('button', { name: /Drop files/ })
  await expect.element(area).toBeVisible()
  const draft = () => {
    if (newest === undefined) throw new Error('It has not been rendered.')
    return newest
  }
  const drop = async (...names: readonly string[]) => {
    const files = names.map((name) => makeFile({ name, size: 2000, type: 'text/plain' }))
    await dropFiles(area.element() as HTMLElement, files)
    await expect.poll(() => draft().fileIds).toHaveLength(names.length)
  }
  const listed = async (reference: string) => {
    const filter = { entity: { name: 'ticket', references: [reference] } }
    const found = await adapter.listFiles?.({ limit: 10, filter }, context)
    return found?.files.map(({ name }) => name).toSorted()
  }
  return { adapter, draft, drop, listed }
}

it('an adopted draft is linked to what it was written for', async () => {
  const { draft, drop, listed } = await openForm()
  const entityReference = crypto.randomUUID()
  await drop('a.txt', 'b.txt')
  const { done, failed } = await draft().adopt({ entityName: 'ticket', entityReference })
  expect(done).toHaveLength(2)
  expect(failed).toEqual([])
  expect(await listed(entityReference)).toEqual(['a.txt', 'b.txt'])
  await expect.poll(() => draft().fileIds).toEqual([])
})

it('a discarded draft is deleted', async () => {
  const { adapter, draft, drop } = await openForm()
  await drop('c.txt')
  const [id = ''] = draft().fileIds
  expect((await adapter.getFile?.(id, context))?.name).toBe('c.txt')
  await draft().discard()
  await expect(adapter.getFile?.(id, context)).rejects.toMatchObject({ code: 'not-found' })
})
