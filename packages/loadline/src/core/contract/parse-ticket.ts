import type { JsonValue } from './json-value.js'
import { isRecord, readShape, wrongShape, type ShapeReader } from './parse-shape.js'
import type {
  CustomTicketKind,
  SignedPart,
  TicketBase,
  UploadedPart,
  UploadTicket,
} from './ticket.js'

/** @throws UploadError `server` naming the field, where an answer is no ticket. */
export function parseTicket(value: unknown): UploadTicket {
  const shape = readShape(value, 'ticket')
  const kind = shape.text('kind')
  const base = readBase(shape)
  switch (kind) {
    case 'put':
      return { ...base, kind, url: shape.text('url'), headers: shape.headers('headers') }
    case 'form':
      return {
        ...base,
        kind,
        url: shape.text('url'),
        fields: shape.list('fields').map(readField),
        fileField: shape.text('fileField'),
        headers: shape.headers('headers'),
      }
    case 'multipart':
      return {
        ...base,
        kind,
        partSize: shape.count('partSize'),
        partCount: shape.count('partCount'),
        ...(shape.value['parts'] === undefined
          ? {}
          : { parts: shape.list('parts').map(parseSignedPart) }),
      }
    default:
      if (!isCustomKind(kind)) throw wrongShape('ticket.kind', 'put, form, multipart or x-…')
      return {
        ...base,
        kind,
        url: shape.text('url'),
        headers: shape.headers('headers'),
        ...(shape.value['data'] === undefined ? {} : { data: shape.value['data'] as JsonValue }),
      }
  }
}

export function parseSignedPart(value: unknown): SignedPart {
  const shape = readShape(value, 'part')
  return {
    partNumber: shape.count('partNumber'),
    url: shape.text('url'),
    headers: shape.headers('headers'),
  }
}

export function parseUploadedPart(value: unknown): UploadedPart {
  const shape = readShape(value, 'part')
  return {
    partNumber: shape.count('partNumber'),
    size: shape.count('size'),
    etag: shape.textOrNull('etag'),
    checksum: shape.textOrNull('checksum'),
  }
}

function readBase(shape: ShapeReader): Omit<TicketBase, 'kind'> {
  const { value } = shape
  return {
    clientId: shape.text('clientId'),
    fileId: shape.textOrNull('fileId'),
    expiresAt: shape.textOrNull('expiresAt'),
    serverTime: shape.textOrNull('serverTime'),
    maxSize: shape.countOrNull('maxSize'),
    ...(value['uploadId'] === undefined ? {} : { uploadId: shape.textOrNull('uploadId') }),
    ...(value['state'] === undefined ? {} : { state: value['state'] as JsonValue }),
  }
}

function readField(value: unknown): readonly [string, string] {
  if (
    Array.isArray(value) &&
    value.length === 2 &&
    typeof value[0] === 'string' &&
    typeof value[1] === 'string'
  ) {
    return [value[0], value[1]]
  }
  throw wrongShape('ticket.fields', isRecord(value) ? 'pairs, not a record' : 'pairs of texts')
}

function isCustomKind(kind: string): kind is CustomTicketKind {
  return kind.startsWith('x-')
}
