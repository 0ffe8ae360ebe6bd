import { isUploadError, type UploadErrorCode } from '../../core/index.js'

export function hasCode(thrown: unknown, code: UploadErrorCode): boolean {
  return isUploadError(thrown) && thrown.code === code
}
