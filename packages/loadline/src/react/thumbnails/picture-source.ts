import type { StoredFile, UploadTask } from '../../core/index.js'

/** Gives the bytes of a picture; `null`: they are not to be had. */
export type PictureSource = (signal: AbortSignal) => Promise<Blob | null>

/** Of these every browser can read at least the first frame. An SVG is a page of its own, not just a picture. */
const readable = /^image\/(?:png|jpeg|gif|webp|avif|bmp)$/u

/** Bytes of a file whose picture is drawn: unpacked it takes many times that. */
const mostLocalBytes = 25_000_000

/** `null`: no picture, or one too large to draw. */
export function uploadPicture(
  { contentType, size }: Pick<UploadTask, 'contentType' | 'size'>,
  local: () => Blob | null,
): PictureSource | null {
  const isDrawn = readable.test(contentType) && size > 0 && size <= mostLocalBytes
  return isDrawn ? () => Promise.resolve(local()) : null
}

/**
 * The bytes that were uploaded here a moment ago, else those of a small file.
 * @param url safe to follow
 */
export function storedPicture(
  file: StoredFile,
  url: string | null,
  local: () => Blob | null,
): PictureSource | null {
  const size = file.size ?? 0
  const fromHere = uploadPicture({ contentType: file.contentType, size }, local)
  if (fromHere === null) return null
  return async (signal) => {
    const bytes = local()
    if (bytes !== null || url === null) return bytes
    const { loadPicture } = await import('./load-picture.js')
    return loadPicture(url, file, signal)
  }
}
