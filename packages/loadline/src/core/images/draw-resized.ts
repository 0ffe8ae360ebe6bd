export interface DrawOptions {
  readonly maxWidth: number
  readonly maxHeight: number
  readonly type: string
  readonly quality?: number | undefined
}

/** `null`: it is small enough. A worker runs the text of this function: it can use nothing from around it. */
export async function drawResized(file: Blob, options: DrawOptions): Promise<Blob | null> {
  const { maxWidth, maxHeight, type, quality } = options
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' })
  const { width, height } = picture
  const scale = Math.min(1, maxWidth / width, maxHeight / height)
  if (scale === 1 && type === file.type) {
    picture.close()
    return null
  }
  const canvas = new OffscreenCanvas(
    Math.max(1, Math.round(width * scale)),
    Math.max(1, Math.round(height * scale)),
  )
  const context = canvas.getContext('2d')
  if (context === null) throw new Error('There is no canvas to draw on.')
  if (type === 'image/jpeg') {
    // It has no transparency: what shows through would be black.
    context.fillStyle = '#fff'
    context.fillRect(0, 0, canvas.width, canvas.height)
  }
  context.imageSmoothingQuality = 'high'
  context.drawImage(picture, 0, 0, canvas.width, canvas.height)
  picture.close()
  return canvas.convertToBlob(quality === undefined ? { type } : { type, quality })
}
