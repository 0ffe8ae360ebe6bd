import { readShape } from './parse-shape.js'
import type { FileLimits } from './stored-file.js'

/** @throws UploadError `server` naming the field, where an answer does not tell limits. */
export function parseLimits(value: unknown): FileLimits {
  const shape = readShape(value, 'limits')
  return {
    maxFileSize: shape.countOrNull('maxFileSize'),
    maxFiles: shape.countOrNull('maxFiles'),
    usedFiles: shape.countOrNull('usedFiles'),
    quotaSize: shape.countOrNull('quotaSize'),
    usedSize: shape.countOrNull('usedSize'),
  }
}
