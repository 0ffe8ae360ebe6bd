import { UploadError } from '../../core/index.js'
import type { PreviewKind } from './preview-kind.js'
import type { PreviewSource } from './preview-source.js'

/** What can be shown. `release` when it is shown no more. */
export type LoadedPreview =
  | {
      readonly kind: 'image'
      readonly url: string
      /** Px. */
      readonly width: number
      readonly height: number
      readonly release: () => void
    }
  | {
      readonly kind: 'video' | 'audio' | 'pdf'
      readonly url: string
      readonly release: () => void
    }
  | {
      readonly kind: 'text'
      readonly text: string
      /** There is more of it. */
      readonly isCut: boolean
      readonly release: () => void
    }

const mebibyte = 1024 * 1024
export const mostTextBytes = 256 * 1024
/** Bytes that are loaded for a preview at all. Films and sounds come as they are played. */
const mostBytes = { image: 50 * mebibyte, pdf: 50 * mebibyte }
/** What a browser would need for the pixels of a larger picture is more than most have: 400 MB. */
const mostPixels = 100_000_000

/**
 * Loads what is shown of a file, and refuses what would be too much.
 * @param size bytes; `null`: not known
 * @throws UploadError `too-large`; `type-not-allowed`: its bytes are not what it says; others as the source has them
 */
export function loadPreview(
  kind: PreviewKind,
  size: number | null,
  source: PreviewSource,
  signal: AbortSignal,
): Promise<LoadedPreview> {
  if ((kind === 'image' || kind === 'pdf') && (size ?? 0) > mostBytes[kind]) {
    return Promise.reject(new UploadError('too-large'))
  }
  if (kind === 'image') return loadImage(source, signal)
  if (kind === 'pdf') return loadPdf(source, signal)
  if (kind === 'text') return loadText(size, source, signal)
  return source.address(signal).then((address) => ({ kind, ...address }))
}

/** The size of a picture is known before its pixels are decoded: those are only when it is drawn. */
async function loadImage(source: PreviewSource, signal: AbortSignal): Promise<LoadedPreview> {
  const { url, release } = await source.address(signal)
  const picture = new Image()
  picture.referrerPolicy = 'no-referrer'
  picture.decoding = 'async'
  try {
    await new Promise<void>((resolve, reject) => {
      picture.onload = () => resolve()
      picture.onerror = () => reject(new UploadError('file-unreadable'))
      signal.addEventListener('abort', () => reject(new UploadError('cancelled')))
      picture.src = url
    })
    const { naturalWidth: width, naturalHeight: height } = picture
    if (width * height > mostPixels) throw new UploadError('too-large')
    return { kind: 'image', url, width, height, release }
  } catch (error) {
    picture.src = ''
    release()
    throw error
  }
}

/**
 * A page of its own for the browser's viewer: what is not a PDF by its first bytes is not put into it, and the type is
 * ours, not the store's. (No viewer works in a sandboxed frame in Chromium.)
 */
async function loadPdf(source: PreviewSource, signal: AbortSignal): Promise<LoadedPreview> {
  if (!navigator.pdfViewerEnabled) throw new UploadError('unsupported')
  const bytes = await source.head(mostBytes.pdf + 1, signal)
  if (bytes.size > mostBytes.pdf) throw new UploadError('too-large')
  const start = await bytes.slice(0, 1024).text()
  if (!start.includes('%PDF-')) throw new UploadError('type-not-allowed')
  const url = URL.createObjectURL(bytes.slice(0, bytes.size, 'application/pdf'))
  return { kind: 'pdf', url, release: () => URL.revokeObjectURL(url) }
}

async function loadText(
  size: number | null,
  source: PreviewSource,
  signal: AbortSignal,
): Promise<LoadedPreview> {
  const bytes = new Uint8Array(await (await source.head(mostTextBytes, signal)).arrayBuffer())
  const isCut = size === null ? bytes.length === mostTextBytes : size > bytes.length
  const text = decode(bytes, isCut)
  if (text === null) throw new UploadError('type-not-allowed')
  return { kind: 'text', text, isCut, release: () => undefined }
}

/** By its byte order mark, else as UTF-8, else as what Windows once wrote. `null`: this is no text. */
function decode(bytes: Uint8Array, isCut: boolean): string | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes)
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes)
  if (bytes.includes(0)) return null
  try {
    // A sign may be cut through at the end.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: isCut })
  } catch {
    return new TextDecoder('windows-1252').decode(bytes)
  }
}
