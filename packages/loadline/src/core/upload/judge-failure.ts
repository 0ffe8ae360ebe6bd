import { UploadError } from '../contract/index.js'
import type { AdapterFeatures, UploadErrorCode } from '../contract/index.js'
import type { ResumeTo } from './upload-event.js'

export interface Failure {
  readonly error: UploadError
  readonly step: ResumeTo
  readonly isMultipart: boolean
  readonly isOnline: boolean
  /** Attempts of this step left. */
  readonly attemptsLeft: number
  /** Whether this upload has begun anew by itself before: once is enough. */
  readonly hasRestarted: boolean
  /** Whether the store may have taken the whole file, though nobody heard of it. */
  readonly mayBeStored: boolean
  readonly features: Pick<
    AdapterFeatures,
    'createIsIdempotent' | 'finalizeIsIdempotent' | 'storeIsIdempotent'
  >
}

export type Verdict =
  | { readonly act: 'wait'; readonly reason: 'auth' | 'offline' }
  | { readonly act: 'retry' }
  /** A new generation. */
  | { readonly act: 'restart' }
  /** The same generation, the bytes once more. */
  | { readonly act: 'resend' }
  /** Ask the backend how far the upload is. */
  | { readonly act: 'look-up' }
  | { readonly act: 'fail'; readonly error: UploadError }

const unanswered = new Set<UploadErrorCode>(['network', 'timeout', 'offline', 'stalled'])

/** What becomes of a step that failed. Pure. */
export function judgeFailure(failure: Failure): Verdict {
  const { error, step, features, isMultipart, hasRestarted } = failure
  if (error.code === 'unauthenticated') return { act: 'wait', reason: 'auth' }
  const isUnanswered = unanswered.has(error.code)
  if (isUnanswered && step === 'finalize' && !features.finalizeIsIdempotent) {
    return { act: 'look-up' }
  }
  if (isUnanswered && isSecondCopy(failure)) return { act: 'fail', error: unconfirmed() }
  if (isUnanswered && !failure.isOnline) return { act: 'wait', reason: 'offline' }
  if (!hasRestarted) {
    if (step === 'create' && error.code === 'conflict') return { act: 'restart' }
    if (step === 'finalize' && error.details['reason'] === 'bytes-missing') return { act: 'resend' }
    if (isMultipart && error.code === 'not-found') {
      return { act: step === 'finalize' ? 'look-up' : 'restart' }
    }
  }
  const mayRepeat = step !== 'create' || features.createIsIdempotent || !isUnanswered
  return error.isRetryable && mayRepeat && failure.attemptsLeft > 0
    ? { act: 'retry' }
    : { act: 'fail', error }
}

/** Sending once more would make another file: only a person may. Parts of an upload replace each other. */
function isSecondCopy({ step, features, isMultipart, mayBeStored }: Failure): boolean {
  return step === 'store' && !features.storeIsIdempotent && !isMultipart && mayBeStored
}

function unconfirmed(): UploadError {
  return new UploadError('unconfirmed', {
    message: 'All bytes were sent, and nobody said whether they are stored.',
  })
}
