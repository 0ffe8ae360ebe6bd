export interface MakeFileOptions {
  readonly name?: string | undefined
  /** Bytes. Default 1,024. */
  readonly size?: number | undefined
  /** Default `application/octet-stream`. */
  readonly type?: string | undefined
  /** Epoch ms. */
  readonly lastModified?: number | undefined
}

const blockSize = 64 * 1024

/** A file of any size whose bytes are a pattern: the same for the same size, and no two blocks alike. */
export function makeFile({
  name = 'file.bin',
  size = 1_024,
  type = 'application/octet-stream',
  lastModified = 0,
}: MakeFileOptions = {}): File {
  const blocks: Uint8Array<ArrayBuffer>[] = []
  for (let start = 0; start < size; start += blockSize) {
    blocks.push(block(start, Math.min(blockSize, size - start)))
  }
  return new File(blocks, name, { type, lastModified })
}

function block(start: number, length: number): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(length)
  for (let i = 0; i < length; i += 1) bytes[i] = (i * 31 + start / blockSize) & 0xff
  return bytes
}
