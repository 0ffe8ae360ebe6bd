import { fileTypeFromBuffer } from 'file-type'
import { assertFitsCategory } from '../categories/category.js'
import type { FileRow } from '../database/schema.js'
import { ProblemError } from '../http/problem.js'
import type { ServerContext } from '../server-context.js'
import { readBytes } from './read-bytes.js'

const sniffedBytes = 4096

const programs: ReadonlySet<string> = new Set([
  'application/x-msdownload',
  'application/x-elf',
  'application/x-mach-binary',
  'application/java-vm',
  'application/wasm',
])

/**
 * Compares the first bytes of the final object with the declared type. Refused are a picture that is
 * text or another kind of thing, a program under another name, and a picture whose real format the
 * category does not take. Text cannot be told apart by its bytes, and bytes that nobody knows harm
 * nobody: both pass.
 * @returns The type that the bytes show, where they show one.
 * @throws ProblemError 422 `type-not-allowed`.
 */
export async function assertContent(
  context: Pick<ServerContext, 'store' | 'categories'>,
  row: FileRow,
): Promise<string | null> {
  if (row.size === 0) return null
  const head = await readBytes(context.store, row.objectKey, sniffedBytes)
  const found = (await fileTypeFromBuffer(head))?.mime ?? null
  const declared = essence(row.contentType)
  if (isPicture(declared))
    assertPicture(context, row, found ?? (isText(head) ? 'text/plain' : null))
  else if (found !== null && programs.has(found) && !mayBeProgram(declared)) throw mismatch(found)
  return found
}

/** A picture in another format than its name says is common and harmless, unless that format is barred. */
function assertPicture(
  { categories }: Pick<ServerContext, 'categories'>,
  row: FileRow,
  found: string | null,
): void {
  if (found === null) return
  if (!found.startsWith('image/')) throw mismatch(found)
  const { category, size } = row
  if (category === null || !categories.has(category)) return
  if (essence(row.contentType) === found) return
  assertFitsCategory(categories, { category, contentType: found, size }, null)
}

/** SVG and its like are documents: text under an image's name. */
function isPicture(declared: string): boolean {
  return declared.startsWith('image/') && !/\+xml$|[/-]x(?:bit|pix)map$/.test(declared)
}

function mayBeProgram(declared: string): boolean {
  return (
    declared === 'application/octet-stream' ||
    declared.startsWith('text/') ||
    declared.startsWith('application/x-') ||
    declared.startsWith('application/vnd.microsoft.') ||
    programs.has(declared)
  )
}

function isText(bytes: Uint8Array): boolean {
  // One byte that belongs to no text does not keep a browser from reading a page.
  if (/^(?:\u00ef\u00bb\u00bf)?\s*(?:<|#!)/.test(new TextDecoder('latin1').decode(bytes)))
    return true
  try {
    // As a stream: a character may be cut in two at the end of what was read.
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true })
    return !/\p{Cc}/u.test(text.replace(/[\t\n\f\r]/g, ''))
  } catch {
    return false
  }
}

function essence(contentType: string): string {
  return contentType.split(';')[0]?.trim().toLowerCase() ?? ''
}

function mismatch(found: string): ProblemError {
  const detail = 'The bytes are of another type than the file was said to have.'
  return new ProblemError(422, 'type-not-allowed', detail, { reason: 'content-mismatch', found })
}
