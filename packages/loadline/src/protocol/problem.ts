import type { JsonValue, UploadErrorCode } from '../core/contract/index.js'

/**
 * Every answer of 400 and above, as `application/problem+json`.
 * @see https://www.rfc-editor.org/rfc/rfc9457
 */
export interface Problem {
  readonly type: 'about:blank'
  readonly title: string
  readonly status: number
  readonly detail: string
  readonly code: UploadErrorCode
  /** What a program needs to go on: the limit that was passed, the field that was wrong. */
  readonly details?: Readonly<Record<string, JsonValue>>
}
