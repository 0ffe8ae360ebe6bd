import { crc32 } from 'node:zlib'
import sharp from 'sharp'

interface PictureOptions {
  readonly width?: number
  readonly height?: number
  readonly format?: 'png' | 'jpeg' | 'webp' | 'gif' | 'avif'
  /** As a camera notes how it was held. */
  readonly orientation?: number
}

/** Red above, blue below. */
export async function makePicture({
  width = 400,
  height = 200,
  format = 'png',
  orientation,
}: PictureOptions = {}): Promise<Uint8Array<ArrayBuffer>> {
  const half = { width, height: Math.ceil(height / 2), channels: 3 as const, background: 'blue' }
  const lower = await sharp({ create: half }).png().toBuffer()
  const picture = sharp({ create: { ...half, height, background: 'red' } }).composite([
    { input: lower, gravity: 'south' },
  ])
  const described =
    orientation === undefined
      ? picture
      : picture
          .withMetadata({ orientation })
          .withExifMerge({ IFD0: { Copyright: 'private-copyright' } })
  return new Uint8Array(await described.toFormat(format).toBuffer())
}

/** A PNG of few bytes that says to be this large. */
export async function makePictureBomb(side: number): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = await makePicture({ width: 1, height: 1 })
  const view = new DataView(bytes.buffer)
  // Signature 8, length 4, `IHDR` 4: then width and height, and the CRC after 13 bytes of header.
  view.setUint32(16, side)
  view.setUint32(20, side)
  view.setUint32(29, crc32(bytes.subarray(12, 29)))
  return bytes
}
