import { Busboy } from '@fastify/busboy'

export interface FilePart {
  readonly field: string
  readonly name: string
  readonly type: string
  readonly bytes: Uint8Array
}

export interface MultipartBody {
  readonly files: readonly FilePart[]
  readonly fields: ReadonlyMap<string, string>
}

export async function parseMultipart(request: Request): Promise<MultipartBody | null> {
  const headers = { 'content-type': request.headers.get('content-type') ?? '' }
  if (!headers['content-type'].startsWith('multipart/form-data')) return null
  const body = Buffer.from(await request.arrayBuffer())
  const files: FilePart[] = []
  const fields = new Map<string, string>()
  return new Promise((resolve, reject) => {
    const parser = new Busboy({ headers, preservePath: true })
    parser.on('file', (field, stream, name, _encoding, type) => {
      const chunks: Buffer[] = []
      stream.on('data', (chunk: Buffer) => void chunks.push(chunk))
      stream.on('end', () => void files.push({ field, name, type, bytes: Buffer.concat(chunks) }))
    })
    parser.on('field', (name, value) => void fields.set(name, value))
    parser.on('finish', () => resolve({ files, fields }))
    parser.on('error', reject)
    parser.end(body)
  })
}
