import { describe, expect, it } from 'vitest'
import { isUploadError, toUploadError, UploadError, uploadErrorCodes } from './upload-error.js'

describe('UploadError', () => {
  it('knows by its code whether to try again, unless it is told', () => {
    expect(new UploadError('network').isRetryable).toBe(true)
    expect(new UploadError('forbidden').isRetryable).toBe(false)
    expect(new UploadError('server', { isRetryable: false }).isRetryable).toBe(false)
    expect(uploadErrorCodes).toHaveLength(23)
  })

  it('keeps no token and no signed URL, of itself or of its cause', () => {
    const signed = 'https://me:secret@store.example/key?X-Amz-Signature=abc#frag'
    const cause = Object.assign(new Error(`PUT ${signed} failed`), {
      config: { headers: { Authorization: 'Bearer secret' } },
      status: 403,
    })
    const error = new UploadError('network', { message: `could not reach ${signed}`, cause })
    const everything = JSON.stringify([error, error.message, error.cause, error.stack])
    expect(everything).not.toMatch(/secret|Signature|Bearer|frag/)
    expect(error.message).toBe('could not reach https://store.example/key')
    expect(error.cause).toEqual({
      name: 'Error',
      message: 'PUT https://store.example/key failed',
      status: 403,
    })
  })

  it('is known across copies of the package', () => {
    expect(isUploadError(new UploadError('quota'))).toBe(true)
    expect(isUploadError({ [Symbol.for('loadline.UploadError')]: true })).toBe(true)
    expect(isUploadError(new Error('quota'))).toBe(false)
    expect(isUploadError(null)).toBe(false)
  })

  it('is made of whatever was thrown', () => {
    const error = new UploadError('quota')
    expect(toUploadError(error)).toBe(error)
    expect(toUploadError(new DOMException('x', 'AbortError')).code).toBe('cancelled')
    expect(toUploadError('text')).toMatchObject({ code: 'unknown', cause: { message: 'text' } })
    expect(toUploadError(undefined).code).toBe('unknown')
  })
})
