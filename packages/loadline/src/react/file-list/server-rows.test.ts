import { dehydrate, hydrate, QueryClient } from '@tanstack/react-query'
import { createElement } from 'react'
import { renderToString } from 'react-dom/server'
import { expect, it } from 'vitest'
import { filesQueryOptions, foldersQueryOptions } from '../../query/index.js'
import { createMemoryBackend } from '../../testing/index.js'
import { FilesProvider } from '../provider/files-provider.js'
import { FileList, type FileListProps } from './file-list.js'

const plans = { id: 'd', name: 'Plans', parentId: null, path: [{ id: 'd', name: 'Plans' }] }

const files = Array.from({ length: 60 }, (_, index) => ({
  id: String(index),
  name: `sheet-${String(index)}.txt`,
  createdAt: '2026-02-03T04:05:00Z',
  visibility: 'private' as const,
  url: `https://store.example/${String(index)}?X-Amz-Signature=secret`,
}))

async function renderServed(props: FileListProps = {}): Promise<string> {
  const { adapter } = createMemoryBackend({ files, folders: [plans] })
  const asking = new QueryClient()
  await asking.query(filesQueryOptions(adapter, {}))
  await asking.query(foldersQueryOptions(adapter, null))
  const queryClient = new QueryClient()
  hydrate(queryClient, structuredClone(dehydrate(asking)))
  const list = createElement(FileList, props)
  return renderToString(
    createElement(FilesProvider, { adapter, queryClient, timeZone: 'UTC' }, list),
  )
}

const rowCount = (html: string): number => html.match(/data-row=/gu)?.length ?? 0

it('sends the first rows of a page that was asked for before, folders first, under their whole number', async () => {
  const html = await renderServed()
  expect(rowCount(html)).toBe(20)
  expect(html).toContain('aria-rowcount="62"')
  expect(html.indexOf('Plans')).toBeLessThan(html.indexOf('sheet-'))
  expect(html).not.toContain('secret')
})

it('sends as many as the application says', async () => {
  expect(rowCount(await renderServed({ initialRows: 3 }))).toBe(3)
})

it('says when files were added in absolute words: a server knows no reader’s day', async () => {
  const html = await renderServed()
  expect(html).toMatch(/<time[^>]*>[^<]*2026/u)
})
