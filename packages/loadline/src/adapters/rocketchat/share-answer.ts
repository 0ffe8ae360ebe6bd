import { UploadError } from '../../core/index.js'

/**
 * One question for all who ask: its answer is kept for `lifeMs`, a failure is not. Nobody who gives up takes the
 * answer from the others.
 */
export function shareAnswer<T>(
  ask: (signal: AbortSignal) => Promise<T>,
  lifeMs = Infinity,
): (signal: AbortSignal) => Promise<T> {
  let kept: { readonly answer: Promise<T>; readonly askedAt: number } | null = null
  const { signal: never } = new AbortController()
  return (signal) => {
    if (kept === null || Date.now() - kept.askedAt > lifeMs) {
      const own = { answer: ask(never), askedAt: Date.now() }
      kept = own
      own.answer.catch(() => {
        if (kept === own) kept = null
      })
    }
    return untilAborted(kept.answer, signal)
  }
}

function untilAborted<T>(answer: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const giveUp = (): void => reject(new UploadError('cancelled'))
    if (signal.aborted) giveUp()
    signal.addEventListener('abort', giveUp, { once: true })
    void answer.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp))
  })
}
