import type { Meta, StoryObj } from '@storybook/react-vite'
import { FileList, type FileListQuery } from 'loadline'
import { useEffect, useState, type ReactNode } from 'react'
import './recipes.css'

/** What the list was asked for stands in the page's address: it can be shared, and the back button goes back. */
export function AddressedList(): ReactNode {
  const [query, setQuery] = useState(readAddress)
  useEffect(() => {
    const follow = () => setQuery(readAddress())
    window.addEventListener('popstate', follow)
    return () => window.removeEventListener('popstate', follow)
  }, [])
  const change = (next: FileListQuery) => {
    // Who types makes one step, not one for each pause.
    const isTyping = query.search !== undefined && next.search !== undefined
    window.history[isTyping ? 'replaceState' : 'pushState'](null, '', addressOf(next))
    setQuery(next)
  }
  return <FileList query={query} onQueryChange={change} />
}

type Filter = NonNullable<FileListQuery['filter']>
type Sort = NonNullable<FileListQuery['sort']>

const statuses = ['ready', 'processing', 'error'] as const
const visibilities = ['public', 'private'] as const
const times = ['createdAt', 'updatedAt'] as const
const sortKeys = ['name', 'size', ...times, 'contentType', 'status', 'visibility'] as const

/** Anybody can write an address: what is not known in it is left out. */
function readAddress(): FileListQuery {
  const params = new URLSearchParams(window.location.search)
  const all = (key: string) => (params.has(key) ? params.getAll(key) : undefined)
  const one = (key: string) => params.get(key) ?? undefined
  const isTime = (text = '') => !Number.isNaN(Date.parse(text))
  const [after, before] = [one('after'), one('before')]
  const status = statuses.filter((known) => all('status')?.includes(known))
  const filter: Filter = {
    categories: all('category'),
    contentTypes: all('type'),
    statuses: status.length > 0 ? status : undefined,
    visibility: visibilities.find((known) => known === one('visibility')),
    createdBy: one('by'),
    createdAfter: isTime(after) ? after : undefined,
    createdBefore: isTime(before) ? before : undefined,
  }
  return { search: one('q'), filter, sort: readSort(one('sort')) }
}

/** `size`, or `-size`: the largest first. */
function readSort(text = ''): Sort | undefined {
  const key = sortKeys.find((known) => known === text.replace(/^-/u, ''))
  return key && { key, direction: text.startsWith('-') ? 'desc' : 'asc' }
}

/** What else is in the address stays there. */
function addressOf({ search, filter = {}, sort }: FileListQuery): URL {
  const url = new URL(window.location.href)
  const values = {
    q: search,
    category: filter.categories,
    type: filter.contentTypes,
    status: filter.statuses,
    visibility: filter.visibility,
    by: filter.createdBy,
    after: filter.createdAfter,
    before: filter.createdBefore,
    sort: sort && `${sort.direction === 'desc' ? '-' : ''}${sort.key}`,
  }
  for (const [key, value = []] of Object.entries(values)) {
    url.searchParams.delete(key)
    for (const one of [value].flat()) url.searchParams.append(key, one)
  }
  return url
}

const files = ['Mooring plan.pdf', 'Crane photo.png', 'Tide table.csv'].map((name, index) => ({
  ...{ id: name, name, size: 1000 * (index + 1), createdAt: `2026-06-1${String(index)}T09:00:00Z` },
  ...(index === 0 && { status: 'processing' as const }),
}))

const meta = {
  title: 'Recipes/List in the address',
  component: AddressedList,
  excludeStories: ['AddressedList'],
  parameters: { stage: { files } },
} satisfies Meta<typeof AddressedList>

export default meta

export const Default: StoryObj<typeof meta> = {}
