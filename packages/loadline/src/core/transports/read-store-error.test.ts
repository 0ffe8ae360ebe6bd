import { expect, it } from 'vitest'
import { readStoreError } from './read-store-error.js'

const xml = (code: string, message = ''): string =>
  `<?xml version="1.0" encoding="UTF-8"?>\n<Error><Code>${code}</Code><Message>${message}</Message></Error>`

it.each([
  [200, '', null],
  [204, '', null],
  [201, '<PostResponse><Key>Error</Key></PostResponse>', null],
  [200, xml('InternalError'), 'server'],
  [403, xml('AccessDenied', 'Request has expired'), 'ticket-expired'],
  [403, xml('AccessDenied', 'Access Denied'), 'forbidden'],
  [403, xml('SignatureDoesNotMatch'), 'forbidden'],
  [403, '', 'forbidden'],
  [403, '<html>Request has expired</html>', 'forbidden'],
  [403, xml('RequestTimeTooSkewed'), 'ticket-expired'],
  [400, xml('EntityTooLarge'), 'too-large'],
  [413, '', 'too-large'],
  [400, xml('RequestTimeout'), 'timeout'],
  [400, xml('BadDigest'), 'checksum-mismatch'],
  [400, xml('SomethingNew'), 'validation'],
  [404, xml('NoSuchUpload'), 'not-found'],
  [412, xml('PreconditionFailed'), 'conflict'],
  [429, '', 'rate-limited'],
  [503, xml('SlowDown'), 'rate-limited'],
  [503, '', 'server'],
  [507, '', 'quota'],
  [302, '', 'validation'],
] as const)('a store that answers %i %s means %s', (status, body, code) => {
  expect(readStoreError({ status, headers: {}, body }, 0)?.code ?? null).toBe(code)
})

it('knows when to come back', () => {
  const at = (value: string) =>
    readStoreError({ status: 503, headers: { 'retry-after': value }, body: '' }, 1_000)?.retryAt
  expect(at('3')).toBe(4_000)
  expect(at('Thu, 01 Jan 1970 00:00:09 GMT')).toBe(9_000)
  expect(at('soon')).toBeNull()
  expect(at('-1')).toBeNull()
})
