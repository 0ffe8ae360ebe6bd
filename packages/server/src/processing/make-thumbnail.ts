/** Pixels at the longer side. */
const longestSide = 320
/** A decoded picture takes four bytes a pixel: a small file may ask for gigabytes. */
const mostPixels = 100_000_000
const mostSeconds = 30

/** What is decoded, by the type that its bytes show: what browsers show too, and no documents. */
const pictureTypes: ReadonlySet<string> = new Set([
  'image/apng',
  'image/avif',
  'image/gif',
  'image/jpeg',
  'image/png',
  'image/webp',
])

/** Bytes. A larger one gets no thumbnail: it is decoded from memory. */
export const mostPictureBytes = 64 * 1024 * 1024

export interface Thumbnail {
  /** WebP without metadata: no place, no camera, no embedded preview. */
  readonly bytes: Uint8Array
  /** Of the picture itself, as it is shown: turned as its EXIF data says. */
  readonly width: number
  readonly height: number
}

/** @param found The type that the bytes show. */
export function canHaveThumbnail(found: string | null, contentType: string, size: number): boolean {
  const isPicture = found !== null && pictureTypes.has(found)
  return isPicture && /^image\//i.test(contentType) && size <= mostPictureBytes
}

/** @throws where the bytes are broken or too large a picture, or this machine has no decoder. */
export async function makeThumbnail(picture: Uint8Array): Promise<Thumbnail> {
  // Native code, loaded when the first picture comes: a server without pictures starts without it.
  const { default: sharp } = await import('sharp')
  const input = sharp(picture, { limitInputPixels: mostPixels, failOn: 'error' })
  const { autoOrient } = await input.metadata()
  const bytes = await input
    .autoOrient()
    .resize({ width: longestSide, height: longestSide, fit: 'inside', withoutEnlargement: true })
    .webp({ quality: 75 })
    .timeout({ seconds: mostSeconds })
    .toBuffer()
  return { bytes, width: autoOrient.width, height: autoOrient.height }
}
