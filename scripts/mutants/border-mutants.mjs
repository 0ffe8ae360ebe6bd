import { bugsIn } from './mutant.mjs'

/** What comes from outside, and what must not get there. */
export const borderMutants = [
  ...bugsIn(
    'http/store-url.ts',
    ['store-url'],
    [
      [
        'an address with user info is accepted',
        "if (parsed.username !== '' || parsed.password !== '') throw refused('it holds user info')\n",
        '',
      ],
    ],
  ),
  ...bugsIn(
    'http/limiter.ts',
    ['limiter'],
    [['a request that is over keeps its place', 'line.running -= 1\n', '']],
  ),
  ...bugsIn(
    'upload/run-upload.ts',
    ['upload-queue', 'queue-tickets'],
    [
      ['an error of the store in a 200 is accepted', 'if (error !== null) throw error\n', ''],
      [
        'a ticket sends a cookie',
        'assertStoreHeaders(headers, checked, adapter.features.apiOrigins)\n',
        '',
      ],
      [
        "the adapter's token goes to a store of somebody else",
        'if (!isOwn || adapter.storeHeaders === undefined) return {}',
        'if (adapter.storeHeaders === undefined) return {}',
      ],
    ],
  ),
  ...bugsIn(
    'upload/run-upload.ts',
    ['queue-promises'],
    [
      [
        'a task shows the signed address',
        "{ type: 'ticket-received', epoch, fileId, partCount }",
        "{ type: 'ticket-received', epoch, fileId: 'url' in ticket ? ticket.url : fileId, partCount }",
      ],
    ],
  ),
  ...bugsIn(
    'upload/trace.ts',
    ['queue-promises'],
    [
      [
        'the trace names files',
        '...failure,\n',
        "...failure,\n      ...('file' in event ? { name: event.file.name } : {}),\n",
      ],
    ],
  ),
  ...bugsIn(
    'contract/upload-error.ts',
    ['upload-error'],
    [
      [
        'an error keeps the signed address',
        'super(redactUrls(options.message ?? code))',
        'super(options.message ?? code)',
      ],
    ],
  ),
  ...bugsIn(
    'upload/ref-of.ts',
    ['queue-faults'],
    [
      [
        'the ref that is kept holds the address',
        'kind,\n    fileId,\n    ...(uploadId',
        "kind,\n    fileId,\n    ...('url' in ticket ? { url: ticket.url } : {}),\n    ...(uploadId",
      ],
    ],
  ),
  ...bugsIn(
    'intake/check-files.ts',
    ['check-files'],
    [
      [
        'a file of exactly the limit is refused',
        'maxSize !== undefined && file.size > maxSize',
        'maxSize !== undefined && file.size >= maxSize',
      ],
    ],
  ),
]
