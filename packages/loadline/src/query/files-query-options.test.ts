import { describe, expect, it } from 'vitest'
import { defineAdapter, type FileAdapter, type FileListQuery } from '../core/index.js'
import { createMemoryBackend } from '../testing/index.js'
import { effectiveFileQuery } from './effective-file-query.js'
import { filesQueryOptions } from './files-query-options.js'
import { foldersQueryOptions } from './folders-query-options.js'

const signed = 'https://store.example/plan.pdf?X-Amz-Signature=secret'

function backendOf(visibility: 'public' | 'private' | null, urlExpiresAt: string | null = null) {
  const file = { id: 'f', name: 'plan.pdf', visibility, url: signed, thumbnailUrl: signed }
  return createMemoryBackend({ files: [{ ...file, urlExpiresAt }] }).adapter
}

const context = { signal: new AbortController().signal }

describe('a page that a server asks for', () => {
  it.each([
    ['a private file', 'private', null],
    ['a file of which nobody says whether it is private', null, null],
    ['a public file whose address ends', 'public', '2026-01-01T00:00:00Z'],
  ] as const)('carries no address of %s', async (_name, visibility, urlExpiresAt) => {
    const page = await filesQueryOptions(backendOf(visibility, urlExpiresAt), {}).queryFn(context)
    expect(page.files[0]).toMatchObject({ url: null, thumbnailUrl: null, urlExpiresAt: null })
    expect(JSON.stringify(page)).not.toContain('secret')
  })

  it('keeps the address of a public file', async () => {
    const page = await filesQueryOptions(backendOf('public'), {}).queryFn(context)
    expect(page.files[0]).toMatchObject({ url: signed, thumbnailUrl: signed })
  })

  it('is asked for again where it is shown, whatever the application calls fresh', async () => {
    const { queryFn, refetchOnMount } = filesQueryOptions(backendOf('private'), {})
    const data = await queryFn(context)
    expect(data.requestedAt).toBe(0)
    expect(refetchOnMount({ state: { data } })).toBe('always')
    expect(refetchOnMount({ state: { data: { ...data, requestedAt: 1 } } })).toBe(true)
  })
})

describe('the place of a query', () => {
  const { adapter } = createMemoryBackend()
  const without = (features: Partial<FileAdapter['features']>): FileAdapter => ({
    ...adapter,
    features: { ...adapter.features, ...features },
  })
  const placeIn = (of: FileAdapter, query: FileListQuery) =>
    effectiveFileQuery(of, query).filter?.folderId

  it('is the root where none is named, and any folder once something is searched or filtered', () => {
    expect(placeIn(adapter, {})).toBeNull()
    expect(placeIn(adapter, { search: ' ' })).toBeNull()
    expect(placeIn(adapter, { filter: { folderId: 'x' }, search: 'plan' })).toBe('x')
    expect(placeIn(adapter, { search: 'plan' })).toBeUndefined()
    expect(placeIn(adapter, { filter: { visibility: 'public' } })).toBeUndefined()
    expect(placeIn(adapter, { filter: { entity: { name: 'ticket' } } })).toBeUndefined()
  })

  it('is not asked for where the backend cannot tell the files at the root, or knows no folders', () => {
    expect(
      placeIn(without({ canFilterRoot: false }), { filter: { folderId: null } }),
    ).toBeUndefined()
    expect(placeIn(without({ canFilterRoot: false }), { filter: { folderId: 'x' } })).toBe('x')
    expect(placeIn(without({ filters: [] }), {})).toBeUndefined()
    expect(placeIn({ ...adapter, listFolders: undefined }, {})).toBeUndefined()
  })
})

it('asks for the folders of a place, and says where the adapter has none', async () => {
  const plans = { id: 'd', name: 'Plans', parentId: null, path: [{ id: 'd', name: 'Plans' }] }
  const { adapter } = createMemoryBackend({ folders: [plans] })
  expect(await foldersQueryOptions(adapter, null).queryFn(context)).toEqual([plans])
  const plain = foldersQueryOptions(defineAdapter({ name: 'plain' }), null)
  expect(() => plain.queryFn(context)).toThrow('has no listFolders')
})
