import { isUploadError, type UploadError, type UploadErrorCode } from '../../core/index.js'

/** @throws Error that says what should have been so. */
export function check(isSo: boolean, what: string): asserts isSo {
  if (!isSo) throw new Error(what)
}

/** By value, as JSON tells it. */
export function checkEqual(actual: unknown, expected: unknown, what: string): void {
  const [is, should] = [JSON.stringify(actual), JSON.stringify(expected)]
  check(is === should, `${what}: ${is} instead of ${should}`)
}

/** That it is an `UploadError`, of one of these codes where any are given. */
export function checkError(
  thrown: unknown,
  codes: readonly UploadErrorCode[],
  what: string,
): UploadError {
  check(isUploadError(thrown), `${what}: ${String(thrown)} instead of an UploadError`)
  const isMeant = codes.length === 0 || codes.includes(thrown.code)
  check(isMeant, `${what}: the error is "${thrown.code}" instead of "${codes.join('" or "')}"`)
  return thrown
}

/** That it rejects with an `UploadError`, of one of these codes where any are given. */
export async function checkRejects(
  promise: Promise<unknown> | undefined,
  codes: readonly UploadErrorCode[],
  what: string,
): Promise<UploadError> {
  let answer: unknown
  try {
    answer = await promise
  } catch (thrown) {
    return checkError(thrown, codes, what)
  }
  throw new Error(`${what}: it was accepted, with ${JSON.stringify(answer)}`)
}

/** Hex. */
async function digestOf(bytes: Blob): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await bytes.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** By size and SHA-256. */
export async function checkSameBytes(actual: Blob, expected: Blob, what: string): Promise<void> {
  check(actual.size === expected.size, `${what}: ${actual.size} bytes instead of ${expected.size}`)
  const isSame = (await digestOf(actual)) === (await digestOf(expected))
  check(isSame, `${what}: the bytes are not the same`)
}
