import { describe, expect, it } from 'vitest'
import type { FileFilter, FileQuery } from '../../../core/index.js'
import { findFailures, type PlantedBug } from './planted-bug.js'

const listBugs: readonly PlantedBug[] = [
  {
    name: 'the cursor of a page skips a file',
    foundBy: ['pages through all files, each once'],
    plant: (real) => ({
      async listFiles(query, ctx) {
        const page = await real.listFiles(query, ctx)
        const isLater = query.cursor !== null && query.cursor !== undefined
        return isLater ? { ...page, files: page.files.slice(1) } : page
      },
    }),
  },
  {
    name: 'a page at an offset has as many rows as the backend gives at a time',
    foundBy: ['fills a page at an offset'],
    plant: (real) => ({
      listFiles: ({ limit, ...query }, ctx) =>
        real.listFiles({ ...query, limit: Math.min(limit, 2) }, ctx),
    }),
  },
  {
    name: 'a filter that is not declared is ignored',
    foundBy: ['filters by createdBy'],
    plant: (real, _backend, features) => ({
      features: { ...features, filters: features.filters.filter((key) => key !== 'createdBy') },
      listFiles({ filter, ...query }, ctx) {
        return real.listFiles({ ...query, filter: { ...filter, createdBy: undefined } }, ctx)
      },
    }),
  },
  {
    name: 'a filter that is declared is ignored',
    foundBy: ['filters by entity'],
    plant: (real) => ({
      listFiles: ({ filter, ...query }, ctx) =>
        real.listFiles({ ...query, filter: { ...filter, entity: undefined } }, ctx),
    }),
  },
  {
    name: 'a descending sort ascends',
    foundBy: ['sorts by size, desc'],
    plant: (real) => ({
      listFiles: ({ sort, ...query }, ctx) =>
        real.listFiles({ ...query, sort: sort && { ...sort, direction: 'asc' } }, ctx),
    }),
  },
  {
    name: 'the total counts the page',
    foundBy: ['counts all that match, or says that it does not count'],
    plant: (real) => ({
      async listFiles(query, ctx) {
        const page = await real.listFiles(query, ctx)
        return { ...page, total: page.files.length }
      },
    }),
  },
  {
    name: 'the answers of getFiles are out of order',
    foundBy: ['gets files in the order of their ids, one by one'],
    plant: (real) => ({
      getFiles: (ids, ctx) => real.getFiles([...ids].sort(), ctx),
    }),
  },
  {
    name: 'the cursor counts files',
    foundBy: [
      'keeps its place when the first file of a page goes',
      'refuses a cursor that it did not give',
    ],
    plant: (real) => ({
      async listFiles({ cursor, ...query }, ctx) {
        const offset = Number(cursor ?? query.offset ?? 0) || 0
        const page = await real.listFiles({ ...query, offset }, ctx)
        return { ...page, nextCursor: page.nextCursor && String(offset + query.limit) }
      },
    }),
  },
  {
    name: 'files that are equal change places between two pages',
    foundBy: ['sorts by size, desc', 'sorts by contentType, desc'],
    plant: (real) => ({
      async listFiles(query, ctx) {
        if (query.limit === 1 || query.sort?.direction !== 'desc') return real.listFiles(query, ctx)
        const sort = { ...query.sort, direction: 'asc' } as const
        const page = await real.listFiles({ ...query, sort }, ctx)
        return { ...page, files: page.files.toReversed() }
      },
    }),
  },
  {
    name: 'of two filters only the last is applied',
    foundBy: [
      'filters by statuses together with each other key',
      'filters by folderId together with each other key',
    ],
    plant: (real) => ({
      listFiles: (query, ctx) => real.listFiles({ ...query, filter: lastOf(query.filter) }, ctx),
    }),
  },
  {
    name: 'an empty list of values is no filter',
    foundBy: ['finds nothing that is any of no values'],
    plant: (real) => ({
      listFiles({ filter = {}, ...query }, ctx) {
        const given = Object.entries(filter).filter(
          ([, value]) => !Array.isArray(value) || value.length > 0,
        )
        return real.listFiles({ ...query, filter: Object.fromEntries(given) }, ctx)
      },
    }),
  },
  {
    name: 'a filter of a name that nobody knows is ignored',
    foundBy: ['refuses a filter that nobody knows'],
    plant: (real) => ({
      listFiles({ filter, ...query }, ctx) {
        const { loadlineNoSuchFilter: _, ...known } = (filter ?? {}) as Record<string, unknown>
        return real.listFiles({ ...query, filter: known }, ctx)
      },
    }),
  },
  {
    name: 'a search is a pattern',
    foundBy: ['searches for a text, not for a pattern'],
    plant: (real) => ({
      async listFiles({ search, ...query }, ctx) {
        const page = await real.listFiles(query, ctx)
        const pattern = patternOf(search ?? '')
        return { ...page, files: page.files.filter(({ name }) => pattern.test(name)) }
      },
    }),
  },
]

function lastOf(filter: FileQuery['filter']): FileFilter {
  return Object.fromEntries(Object.entries(filter ?? {}).slice(-1))
}

function patternOf(search: string): RegExp {
  return new RegExp(search.replaceAll('%', '.*').replaceAll('_', '.'), 'i')
}

describe('bugs planted in the lists of an adapter', () => {
  it.each(listBugs)('finds that $name', async (bug) => {
    expect(await findFailures(bug)).toEqual(expect.arrayContaining([...bug.foundBy]))
  })
})
