import type { Readable } from 'node:stream'
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import { readBody, type ReadOptions } from './read-body.js'
import { StoreRefusal } from './store-refusal.js'

/** AWS takes 20 KB of fields in all. */
const maxFieldBytes = 20 * 1024
const maxFields = 20

export interface FormFile {
  /** As the sender says, without the path that some put before it; empty: it does not say. */
  readonly name: string
  /** As the sender says; `application/octet-stream`: it does not say, or does not know. */
  readonly contentType: string
  /** What came before it. */
  readonly fields: ReadonlyMap<string, string>
  readonly stream: Readable
  /** Rejects where something comes after the file, or the form is cut off. */
  readonly formEnded: Promise<void>
}

/**
 * Reads a multipart/form-data body whose file comes last.
 * @param handleFile Must read the file to its end or fail, and trust it only when the form has ended.
 */
export async function readForm<T>(
  request: Request,
  options: ReadOptions & { readonly fileField: string },
  handleFile: (file: FormFile) => Promise<T>,
): Promise<T> {
  const parser = openParser(request.headers.get('content-type'), options.fileField)
  const open: { stream?: Readable; handled?: Promise<T> } = {}
  let fail: (reason: unknown) => void = () => undefined
  const failed = new Promise<never>((_, reject) => {
    fail = reject
  })
  const formEnded = Promise.race([
    new Promise<void>((resolve) => parser.on('finish', () => resolve())),
    failed,
  ])
  // Steps below wait for it; between them nobody does.
  formEnded.catch(() => undefined)
  const fields = collectFields(parser, () => open.stream !== undefined, fail)
  parser.on('file', (_field, file, name: string | undefined, _encoding, contentType) => {
    open.stream = file
    // A body that ends early is an error of the file too, when nobody may read it any more. One that
    // was abandoned has a better reason on its way.
    file.on('error', (error) => {
      if (error.name !== 'AbortError') fail(malformed())
    })
    open.handled = handleFile({ name: name ?? '', contentType, fields, stream: file, formEnded })
    open.handled.catch(fail)
  })
  try {
    const hand = (chunk: Uint8Array) => Promise.race([write(parser, chunk), failed])
    await readBody(request.body, options, hand)
    parser.end()
    await formEnded
    if (open.handled === undefined) throw notOneFile()
    return await open.handled
  } catch (error) {
    fail(error)
    throw error
  } finally {
    open.stream?.destroy()
    parser.destroy()
    await open.handled?.catch(() => undefined)
  }
}

function collectFields(
  parser: BusboyInstance,
  isLate: () => boolean,
  fail: (reason: StoreRefusal) => void,
): ReadonlyMap<string, string> {
  const fields = new Map<string, string>()
  parser.on('error', () => fail(malformed()))
  parser.on('partsLimit', () => fail(malformed()))
  parser.on('filesLimit', () => fail(notOneFile()))
  parser.on('field', (name, value, _isNameCut, isCut) => {
    if (isLate()) fail(notLast())
    else if (isCut || fields.has(name)) fail(malformed())
    else fields.set(name, value)
  })
  return fields
}

function openParser(contentType: string | null, fileField: string): BusboyInstance {
  try {
    if (contentType === null || !/^multipart\/form-data\b/i.test(contentType)) throw malformed()
    return new Busboy({
      headers: { 'content-type': contentType },
      limits: { fieldSize: maxFieldBytes, files: 1, parts: maxFields, headerSize: 16 * 1024 },
      isPartAFile: (name) => name === fileField,
    })
  } catch {
    throw malformed()
  }
}

function write(parser: BusboyInstance, chunk: Uint8Array): Promise<void> {
  return new Promise((resolve) => {
    parser.write(chunk, () => resolve())
  })
}

function malformed(): StoreRefusal {
  return new StoreRefusal('MalformedPOSTRequest', 'The body is not a well-formed form.')
}

function notOneFile(): StoreRefusal {
  return new StoreRefusal('InvalidArgument', 'POST requires exactly one file upload per request.')
}

function notLast(): StoreRefusal {
  return new StoreRefusal('InvalidArgument', 'The file must be the last field of the form.')
}
