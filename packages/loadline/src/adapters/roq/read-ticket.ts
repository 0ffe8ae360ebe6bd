import { readShape, wrongShape, type FormTicket, type UploadRequest } from '../../core/index.js'
import { readBytes } from './read-bytes.js'

/**
 * A `FileCreateUploadModel`: a form for the storage. All of its fields are signed, `maxSize` and `expiryTime` too.
 * @throws UploadError `server` naming the field
 */
export function readTicket(value: unknown, { clientId }: UploadRequest): FormTicket {
  const shape = readShape(value, 'upload')
  const fields = readShape(shape.value['formFields'], 'upload.formFields').value
  const serverTime = shape.textOrNull('createdAt') ?? new Date().toISOString()
  const lifeMs = Number(fields['expiryTime'] ?? Number.NaN) * 1_000
  const endsAt = Date.parse(serverTime) + lifeMs
  return {
    kind: 'form',
    clientId,
    fileId: shape.text('id'),
    // ROQ keeps nothing of the upload's own id: the ref says itself which upload its file was made for.
    state: clientId,
    url: shape.text('uploadUrl'),
    fields: Object.entries(fields).map(readField),
    fileField: 'file',
    headers: {},
    maxSize: readBytes(fields['maxSize']),
    serverTime,
    expiresAt: Number.isNaN(endsAt) ? null : new Date(endsAt).toISOString(),
  }
}

function readField([name, value]: readonly [string, unknown]): readonly [string, string] {
  if (typeof value === 'string') return [name, value]
  if (typeof value === 'number' || typeof value === 'boolean') return [name, String(value)]
  throw wrongShape(`upload.formFields.${name}`, 'a text')
}
