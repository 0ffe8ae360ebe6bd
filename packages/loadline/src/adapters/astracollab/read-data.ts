import { readShape, wrongShape } from '../../core/index.js'
import { astraCollabError } from './astracollab-error.js'

/**
 * What is in the envelope; one dialect sends a list without any.
 * @throws UploadError what the envelope says, also where the status was 200; `server` where it is no envelope
 */
export function readData(body: unknown): unknown {
  if (Array.isArray(body)) return body
  const { success, data } = readShape(body, 'answer').value
  if (success === false) throw astraCollabError({ status: 200, data: body })
  if (data === undefined || data === null) throw wrongShape('answer.data', 'there')
  return data
}
