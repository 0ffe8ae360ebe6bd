import { builtInTransports, type FileAdapter, type OptionalMethods } from 'loadline/core'
import { describeAdapter, sendWith, type AdapterSubject } from 'loadline/testing/vitest'
import { shelfAdapter } from './shelf-adapter.js'
import { serveShelf } from './shelf-server.js'

type Shelf = FileAdapter & OptionalMethods

/** @param plant what is wrong with it */
function shelf(plant: (adapter: Shelf) => Partial<FileAdapter> = () => ({})): AdapterSubject {
  return {
    async createAdapter() {
      const server = await serveShelf()
      const real = shelfAdapter({ baseUrl: server.url, getToken: () => 'token' }) as Shelf
      const adapter = { ...real, ...plant(real) }
      return {
        adapter,
        send: sendWith(builtInTransports(adapter), adapter),
        readBytes: async ({ url }) => (await fetch(url ?? '')).blob(),
        dispose: () => server.close(),
      }
    },
  }
}

const knownGaps = {
  'searches for a text, not for a pattern':
    'Shelf searches by SQL patterns: % and _ stand for anything, and nothing escapes them.',
}

describeAdapter('shelf', { ...shelf(), knownGaps })

describeAdapter('shelf whose lists cannot be stopped', {
  ...shelf(({ listFiles }) => ({
    listFiles: (query) => listFiles(query, { signal: new AbortController().signal }),
  })),
  knownGaps: {
    ...knownGaps,
    'stops a list that nobody waits for any more': 'Planted: the signal is dropped.',
  },
})

describeAdapter('shelf that counts what a page holds', {
  ...shelf(({ listFiles }) => ({
    listFiles: async (query, ctx) => {
      const page = await listFiles(query, ctx)
      return { ...page, total: page.files.length }
    },
  })),
  knownGaps: {
    ...knownGaps,
    'counts all that match, or says that it does not count': 'Planted: the total is of one page.',
  },
})

describeAdapter('shelf that deletes what it is asked', {
  ...shelf(({ deleteFiles }) => ({
    deleteFiles: async (ids, ctx) => {
      await deleteFiles(ids, ctx)
      return { done: ids, failed: [] }
    },
  })),
  knownGaps: {
    ...knownGaps,
    'deleteFiles: tells of each id once, in order, and refuses only what is not there':
      'Planted: an id that comes twice is told twice.',
  },
})
