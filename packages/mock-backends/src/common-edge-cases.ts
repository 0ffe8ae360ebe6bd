import type { EdgeCase } from './edge-case.js'

/** Of every adapter. */
export const commonEdgeCases: readonly EdgeCase[] = [
  {
    number: 47,
    happens: 'nobody waits for an answer any more',
    promise: 'the call rejects as `cancelled` at once, whatever the backend says later',
  },
  {
    number: 48,
    happens: 'a 200 is not JSON',
    promise: 'the call rejects with an UploadError `server`, and nothing is taken for an answer',
  },
  {
    number: 49,
    happens: 'a file comes in between two pages, so that another is on both',
    promise: 'the list draws each file once',
  },
  {
    number: 50,
    happens: 'something is asked for that the backend cannot do',
    promise: 'the features say so, and the call rejects as `unsupported` before anybody is asked',
  },
  {
    number: 51,
    happens: 'the browser does not know how much there is to send',
    promise: 'progress is told in bytes, never runs back, and ends with the size',
  },
  {
    number: 52,
    happens: 'the adapter is imported where there is no page',
    promise: 'nothing of a page is touched',
  },
]
