import { expect, it } from 'vitest'
import { readRoqError, readRoqRefusal } from './read-roq-error.js'

const problem = (statusCode: number, errorCode: string, code = errorCode) => ({
  message: 'outer',
  extensions: { code, response: { statusCode, errorCode, message: 'inner', variables: { id: 1 } } },
})

it.each([
  [problem(404, 'FILE_NOT_FOUND'), 'not-found'],
  [problem(403, 'FORBIDDEN'), 'forbidden'],
  [problem(401, 'INVALID_TOKEN'), 'unauthenticated'],
  [problem(400, 'INVALID_UUID', 'BAD_USER_INPUT'), 'not-found'],
  [problem(400, 'A_CODE_OF_TOMORROW', 'BAD_USER_INPUT'), 'validation'],
  [problem(429, 'A_CODE_OF_TOMORROW'), 'rate-limited'],
  [problem(400, 'INVALID_CONTENT_TYPE_FOR_FILE_CATEGORY'), 'type-not-allowed'],
  [{ message: 'no extensions' }, 'server'],
  [{ message: 'no response', extensions: { code: 'UNAUTHENTICATED' } }, 'unauthenticated'],
  [{ message: 'no response', extensions: { response: null } }, 'server'],
  ['not an object', 'server'],
  [null, 'server'],
])('reads %j as %s', (value, code) => {
  expect(readRoqError(value)).toMatchObject({ name: 'UploadError', code })
})

it("keeps ROQ's own words", () => {
  expect(readRoqError(problem(404, 'FILE_NOT_FOUND'))).toMatchObject({
    message: 'inner',
    status: 404,
    details: { errorCode: 'FILE_NOT_FOUND', variables: { id: 1 } },
  })
})

it('has the bytes sent again where the storage has none', () => {
  const code = 'FILE_NOT_COMPLETELY_UPLOADED_STATUS_UPDATE_FAILED'
  expect(readRoqError(problem(400, code)).details).toMatchObject({ reason: 'bytes-missing' })
})

it('reads refusals of three kinds', () => {
  const errors = [problem(401, 'MISSING_AUTH')]
  expect(readRoqRefusal({ status: 401, data: { errors } }, null).code).toBe('unauthenticated')
  const data = { statusCode: 401, errorCode: 'INVALID_API_KEY', message: 'no' }
  expect(readRoqRefusal({ status: 401, data }, null).code).toBe('unauthenticated')
  const page = readRoqRefusal(
    { status: 503, data: '<html>', headers: { 'retry-after': '7' } },
    null,
  )
  expect(page).toMatchObject({ code: 'server', status: 503, message: 'ROQ answered 503.' })
  expect(page.retryAt).toBeGreaterThan(Date.now())
})
