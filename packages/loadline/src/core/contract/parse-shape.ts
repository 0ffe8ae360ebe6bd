import type { JsonValue } from './json-value.js'
import { UploadError } from './upload-error.js'

/** An object whose keys may hold anything: what an answer is before its shape is checked. */
export type Unchecked = Readonly<Record<string, unknown>>

/** Reads one answer field by field; the first that does not fit throws `server`, with the field's name. */
export interface ShapeReader {
  readonly value: Unchecked
  text(key: string): string
  textOrNull(key: string): string | null
  count(key: string): number
  countOrNull(key: string): number | null
  oneOf<const T extends string>(key: string, allowed: readonly T[]): T
  list(key: string): readonly unknown[]
  headers(key: string): Readonly<Record<string, string>>
  metadata(key: string): Readonly<Record<string, JsonValue>>
}

export function readShape(value: unknown, what: string): ShapeReader {
  if (!isRecord(value)) throw wrongShape(what, 'an object')
  const check = <T>(key: string, fits: (field: unknown) => field is T, expected: string): T => {
    const field = value[key]
    if (!fits(field)) throw wrongShape(`${what}.${key}`, expected)
    return field
  }
  return {
    value,
    text: (key) => check(key, isText, 'a text'),
    textOrNull: (key) => (isNothing(value[key]) ? null : check(key, isText, 'a text or null')),
    count: (key) => check(key, isCount, 'a whole number'),
    countOrNull: (key) =>
      isNothing(value[key]) ? null : check(key, isCount, 'a whole number or null'),
    oneOf: (key, allowed) =>
      check(
        key,
        (field): field is (typeof allowed)[number] => allowed.some((one) => one === field),
        `one of ${allowed.join(', ')}`,
      ),
    list: (key) => check(key, Array.isArray, 'a list') as readonly unknown[],
    headers: (key) => check(key, isTextRecord, 'a record of texts'),
    metadata: (key) => (isRecord(value[key]) ? (value[key] as Record<string, JsonValue>) : {}),
  }
}

export function wrongShape(what: string, expected: string): UploadError {
  return new UploadError('server', {
    message: `The backend's answer does not fit: ${what} should be ${expected}.`,
    isRetryable: false,
    details: { field: what, expected },
  })
}

export function isRecord(value: unknown): value is Unchecked {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined
}

function isText(value: unknown): value is string {
  return typeof value === 'string'
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function isTextRecord(value: unknown): value is Readonly<Record<string, string>> {
  return isRecord(value) && Object.values(value).every(isText)
}
