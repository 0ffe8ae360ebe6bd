import { UploadError } from '../contract/index.js'

export interface ResizeImageOptions {
  /** CSS pixels of the picture as it is seen: a photo that was taken upright is higher than wide. */
  readonly maxWidth: number
  readonly maxHeight: number
  /** Default: that of the file, or `image/jpeg` where browsers cannot write it. */
  readonly type?: 'image/jpeg' | 'image/png' | 'image/webp' | undefined
  /** 0 to 1, of `image/jpeg` and `image/webp`. Default: the browser's. */
  readonly quality?: number | undefined
}

const extensions: Readonly<Record<string, string>> = {
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'image/webp': 'webp',
}

/** Only the first frame of one could be kept, and the other has no size. */
const untouched = new Set(['image/gif', 'image/svg+xml'])

/**
 * A picture that fits, its proportions kept, turned as its EXIF data say: for `prepareFile`. One that is small enough
 * already comes back as it is, and so do a GIF and an SVG where no `type` is asked for. Drawn in a worker; where the
 * page allows none, in the page. Metadata, the place of a photo among them, are left out of what is drawn.
 * @throws UploadError `unsupported` where the browser cannot read the file as a picture.
 */
export async function resizeImage(file: File, options: ResizeImageOptions): Promise<File> {
  if (options.type === undefined && untouched.has(file.type)) return file
  const type = options.type ?? (file.type in extensions ? file.type : 'image/jpeg')
  const { resizeInWorker } = await import('./resize-in-worker.js')
  const blob = await resizeInWorker(file, { ...options, type }).catch((cause: unknown) => {
    const message = `This browser cannot read "${file.type}" as a picture.`
    throw new UploadError('unsupported', { message, cause })
  })
  if (blob === null) return file
  return new File([blob], nameAs(file, blob.type), {
    type: blob.type,
    lastModified: file.lastModified,
  })
}

/** A type that the browser cannot write comes out as PNG, and is called so. */
function nameAs({ name, type }: File, written: string): string {
  if (type === written) return name
  return `${name.replace(/\.[^.]*$/, '')}.${extensions[written] ?? 'png'}`
}
