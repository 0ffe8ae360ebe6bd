import { isUploadError, readShape, type StoreResponse, type UploadError } from '../../core/index.js'
import { isFailure, readRefusal } from './read-refusal.js'

/** The temporary file's id. @throws UploadError where the answer is a refusal, or has none */
export function readMediaAnswer({ status, headers, body }: StoreResponse): string {
  const data = jsonOf(body)
  const isOk = status >= 200 && status < 300 && !isFailure(data)
  if (!isOk) throw readRefusal({ status, data, headers }, undefined)
  const answer = readShape(data, 'answer')
  return readShape(answer.value['file'], 'answer.file').text('_id')
}

export function mediaError(response: StoreResponse): UploadError | null {
  try {
    readMediaAnswer(response)
    return null
  } catch (thrown) {
    if (isUploadError(thrown)) return thrown
    throw thrown
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
