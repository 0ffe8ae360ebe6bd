import { wrongShape, type ShapeReader, type UploadTicket } from '../../core/index.js'
import type { ApiAnswer } from '../http/api-client.js'
import { readRouteAnswer } from './read-route-answer.js'
import type { SignBody } from './routes.js'

type Times = Pick<UploadTicket, 'expiresAt' | 'serverTime'>

const expected = {
  route: 'signUrl',
  shape: '{ url, headers?, fields?, fileId?, expiresAt? }',
}

/** @throws UploadError `server` that says what the route must answer */
export function readSignAnswer(
  { clientId }: SignBody,
  { body, answeredAt }: ApiAnswer,
): UploadTicket {
  return readRouteAnswer(body, expected, (shape): UploadTicket => {
    const { value } = shape
    const base = {
      clientId,
      fileId: shape.textOrNull('fileId'),
      ...readTimes(shape, answeredAt ?? Date.now()),
      maxSize: null,
      url: readAbsoluteUrl(shape),
      headers: isNothing(value['headers']) ? {} : shape.headers('headers'),
    }
    return isNothing(value['fields'])
      ? { ...base, kind: 'put' }
      : { ...base, kind: 'form', fields: readFields(shape), fileField: 'file' }
  })
}

function readAbsoluteUrl(shape: ShapeReader): string {
  const url = shape.text('url')
  if (!URL.canParse(url)) throw wrongShape('answer.url', 'an absolute URL')
  return url
}

/** What seems to be over already is one of two clocks gone wrong: the store will say which. */
function readTimes(shape: ShapeReader, signedAt: number): Times {
  const expiresAt = shape.textOrNull('expiresAt')
  if (expiresAt === null) return { expiresAt, serverTime: null }
  const life = Date.parse(expiresAt) - signedAt
  if (Number.isNaN(life)) throw wrongShape('answer.expiresAt', 'a time of ISO 8601')
  return life > 0
    ? { expiresAt, serverTime: new Date(signedAt).toISOString() }
    : { expiresAt: null, serverTime: null }
}

/** As a record, or as pairs where their order matters. */
function readFields(shape: ShapeReader): readonly (readonly [string, string])[] {
  if (!Array.isArray(shape.value['fields'])) return Object.entries(shape.headers('fields'))
  return shape.list('fields').map((field): readonly [string, string] => {
    const [name, value] = Array.isArray(field) ? (field as readonly unknown[]) : []
    if (typeof name === 'string' && typeof value === 'string') return [name, value]
    throw wrongShape('answer.fields', 'a record of texts, or pairs of them')
  })
}

function isNothing(value: unknown): boolean {
  return value === null || value === undefined
}
