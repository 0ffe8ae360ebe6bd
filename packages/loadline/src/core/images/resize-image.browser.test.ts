import { afterEach, describe, expect, it, vi } from 'vitest'
import { resizeImage } from './resize-image.js'

/** Left half red, right half blue. */
async function picture(width: number, height: number, type = 'image/jpeg'): Promise<File> {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('no canvas')
  context.fillStyle = 'red'
  context.fillRect(0, 0, width / 2, height)
  context.fillStyle = 'blue'
  context.fillRect(width / 2, 0, width / 2, height)
  return new File([await canvas.convertToBlob({ type })], 'photo.any', { type, lastModified: 7 })
}

/** "Turn it by 90° to the right", as phones write it: an EXIF segment, here after the one of JFIF. */
async function upright(file: File): Promise<File> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const exif = [
    ...[0xff, 0xe1, 0x00, 0x22, 0x45, 0x78, 0x69, 0x66, 0, 0],
    ...[0x4d, 0x4d, 0, 0x2a, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0],
    ...[0, 0, 0, 0],
  ]
  const [, , , , high = 0, low = 0] = bytes
  const after = 4 + high * 256 + low
  const parts = [bytes.slice(0, after), new Uint8Array(exif), bytes.slice(after)]
  return new File(parts, 'upright.jpg', { type: 'image/jpeg' })
}

async function look(file: Blob) {
  const bitmap = await createImageBitmap(file)
  const { width, height } = bitmap
  const context = new OffscreenCanvas(width, height).getContext('2d')
  context?.drawImage(bitmap, 0, 0)
  const colourAt = (x: number, y: number) => {
    const [red = 0, , blue = 0] = context?.getImageData(x, y, 1, 1).data ?? []
    return red > blue ? 'red' : 'blue'
  }
  return { width, height, top: colourAt(width / 2, 2), bottom: colourAt(width / 2, height - 3) }
}

afterEach(() => vi.restoreAllMocks())

describe('resizeImage', () => {
  it('fits a picture into both limits and keeps its proportions', async () => {
    const resized = await resizeImage(await picture(800, 400), { maxWidth: 200, maxHeight: 200 })
    expect(await look(resized)).toMatchObject({ width: 200, height: 100 })
    expect(resized).toMatchObject({ name: 'photo.any', type: 'image/jpeg', lastModified: 7 })
  })

  it('gives back what is small enough', async () => {
    const file = await picture(100, 50)
    expect(await resizeImage(file, { maxWidth: 100, maxHeight: 50 })).toBe(file)
  })

  it('turns a photo as its EXIF data say, before it is measured', async () => {
    const photo = await upright(await picture(800, 400))
    const resized = await resizeImage(photo, { maxWidth: 200, maxHeight: 200 })
    expect(await look(resized)).toEqual({ width: 100, height: 200, top: 'red', bottom: 'blue' })
  })

  it('writes another type, names it so, and fills what was transparent with white', async () => {
    const clear = new OffscreenCanvas(4, 4)
    clear.getContext('2d')
    const file = new File([await clear.convertToBlob()], 'logo.v2.png', { type: 'image/png' })
    const resized = await resizeImage(file, { maxWidth: 9, maxHeight: 9, type: 'image/jpeg' })
    expect(resized).toMatchObject({ name: 'logo.v2.jpg', type: 'image/jpeg' })
    const context = new OffscreenCanvas(4, 4).getContext('2d')
    context?.drawImage(await createImageBitmap(resized), 0, 0)
    expect(context?.getImageData(1, 1, 1, 1).data[0]).toBe(255)
  })

  it('leaves a GIF alone', async () => {
    const file = new File(['GIF89a'], 'moving.gif', { type: 'image/gif' })
    expect(await resizeImage(file, { maxWidth: 1, maxHeight: 1 })).toBe(file)
  })

  it('says what it cannot read', async () => {
    const file = new File(['no picture'], 'a.png', { type: 'image/png' })
    await expect(resizeImage(file, { maxWidth: 1, maxHeight: 1 })).rejects.toMatchObject({
      code: 'unsupported',
      message: expect.stringContaining('image/png') as string,
    })
  })

  it('works in a worker, and in the page where a policy forbids workers', async () => {
    const drawnInPage = vi.spyOn(OffscreenCanvas.prototype, 'convertToBlob')
    const file = await picture(800, 400)
    drawnInPage.mockClear()
    await resizeImage(file, { maxWidth: 200, maxHeight: 200 })
    expect(drawnInPage).not.toHaveBeenCalled()
    forbidWorkers()
    const resized = await resizeImage(file, { maxWidth: 200, maxHeight: 200 })
    expect(drawnInPage).toHaveBeenCalledOnce()
    expect(await look(resized)).toMatchObject({ width: 200, height: 100 })
  })
})

/** For good: the page of this file is its own, and the test is the last. */
function forbidWorkers(): void {
  const policy = document.createElement('meta')
  policy.httpEquiv = 'Content-Security-Policy'
  policy.content = "worker-src 'none'"
  document.head.append(policy)
}
