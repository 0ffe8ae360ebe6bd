import type { UploadRef } from '../../core/index.js'

export function uploadPath({ fileId }: UploadRef): string {
  return `/uploads/${encodeURIComponent(fileId ?? '')}`
}
