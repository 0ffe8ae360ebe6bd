import { describe, expect, it } from 'vitest'
import { UploadError } from '../contract/index.js'
import type { UploadErrorCode } from '../contract/index.js'
import { judgeFailure, type Failure } from './judge-failure.js'

const judge = (code: UploadErrorCode, step: Failure['step'], rest: Partial<Failure> = {}) =>
  judgeFailure({
    error: new UploadError(code),
    step,
    isMultipart: false,
    isOnline: true,
    attemptsLeft: 3,
    hasRestarted: false,
    mayBeStored: true,
    features: { createIsIdempotent: true, finalizeIsIdempotent: true, storeIsIdempotent: true },
    ...rest,
  }).act

describe('what becomes of a failure', () => {
  it.each([
    ['unauthenticated', 'create', {}, 'wait'],
    ['unauthenticated', 'finalize', { attemptsLeft: 0 }, 'wait'],
    ['network', 'store', {}, 'retry'],
    ['network', 'store', { attemptsLeft: 0 }, 'fail'],
    ['network', 'store', { isOnline: false, attemptsLeft: 0 }, 'wait'],
    ['stalled', 'store', {}, 'retry'],
    ['server', 'create', {}, 'retry'],
    ['forbidden', 'store', {}, 'fail'],
    ['too-large', 'create', {}, 'fail'],
    ['conflict', 'create', {}, 'restart'],
    ['conflict', 'create', { hasRestarted: true }, 'fail'],
    ['not-found', 'store', { isMultipart: true }, 'restart'],
    ['not-found', 'store', { isMultipart: true, hasRestarted: true }, 'fail'],
    ['not-found', 'store', {}, 'fail'],
    ['not-found', 'finalize', { isMultipart: true }, 'look-up'],
    ['network', 'finalize', {}, 'retry'],
  ] as const)('%s while %s %j: %s', (code, step, rest, act) => {
    expect(judge(code, step, rest)).toBe(act)
  })

  it('never repeats blindly what is not idempotent', () => {
    const features = {
      createIsIdempotent: false,
      finalizeIsIdempotent: false,
      storeIsIdempotent: false,
    }
    expect(judge('timeout', 'create', { features })).toBe('fail')
    expect(judge('timeout', 'finalize', { features })).toBe('look-up')
    expect(judge('timeout', 'finalize', { features, isOnline: false })).toBe('look-up')
    expect(judge('server', 'create', { features })).toBe('retry')
    expect(judge('network', 'store', { features })).toBe('fail')
    expect(judge('network', 'store', { features, isOnline: false })).toBe('fail')
    expect(judge('network', 'store', { features, mayBeStored: false })).toBe('retry')
    expect(judge('network', 'store', { features, isMultipart: true })).toBe('retry')
    expect(judge('server', 'store', { features })).toBe('retry')
  })

  it('sends bytes again only where the backend says that they are missing, and once', () => {
    const error = new UploadError('validation', { details: { reason: 'bytes-missing' } })
    expect(judge('validation', 'finalize')).toBe('fail')
    expect(judge('validation', 'finalize', { error })).toBe('resend')
    expect(judge('validation', 'finalize', { error, hasRestarted: true })).toBe('fail')
  })
})
