import type { EdgeCase } from '../edge-case.js'

export const astraCollabEdgeCases: readonly EdgeCase[] = [
  {
    number: 36,
    happens: 'a page of 0 or of 101 files is asked for',
    promise:
      'the adapter asks for what is allowed, and what the server still refuses keeps its details',
  },
  {
    number: 37,
    happens: 'a refusal comes as HTTP 200, a success has `error: null`, a refusal has no details',
    promise: '`success` alone decides, and the code is kept',
  },
  {
    number: 38,
    happens: 'a page lies past the end, or there is nothing at all',
    promise: 'it is empty, counts what there is, and nothing follows it',
  },
  {
    number: 39,
    happens: 'an offset lies inside of a page, or the page size changes on the way',
    promise: 'two calls at most give just those files, and none is shown twice or left out',
  },
  {
    number: 40,
    happens:
      'a root is told by null, by nothing, or by the word `null`; a folder goes while it is open',
    promise: 'each means the root, and the list says that the folder is not there',
  },
  {
    number: 41,
    happens: 'sizes are texts, a list is a bare array, metadata or type are not there',
    promise: 'the files read as any others',
  },
  {
    number: 42,
    happens: 'a bulk delete succeeds for some, or a proxy takes the body off it',
    promise: 'each id has its own outcome, and files are deleted one by one where many cannot be',
  },
  {
    number: 43,
    happens: 'parts end in another order, one fails, the upload expires or is cancelled on the way',
    promise:
      'that part alone is sent again, ETags are told in order with their quotes, an expired upload begins anew, a cancelled one is aborted',
  },
  {
    number: 44,
    happens: 'a rate limit ends at a second of a clock that goes wrong',
    promise: 'the wait is as long as the server means, and never negative',
  },
  {
    number: 45,
    happens: 'the storage is full, told in sizes for people',
    promise: 'the error is `quota`, and the sizes stay the texts that they are',
  },
  {
    number: 46,
    happens: 'pages may read neither the ETag nor the rate limit of an answer',
    promise: 'what the body says is enough, and without it the error names the rule to add',
  },
]
