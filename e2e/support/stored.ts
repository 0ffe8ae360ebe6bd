import { createHash } from 'node:crypto'
import {
  supports,
  uploadFile,
  type FileAdapter,
  type FileListQuery,
  type StoredFile,
} from 'loadline/core'

const never = new AbortController().signal

/** All that a backend lists, asked beside the page. */
export async function listAll(
  adapter: FileAdapter,
  query: FileListQuery = {},
): Promise<readonly StoredFile[]> {
  if (!supports(adapter, 'listFiles')) throw new Error('It lists no files.')
  const files: StoredFile[] = []
  let cursor: string | null = null
  do {
    const page = await adapter.listFiles({ ...query, limit: 100, cursor }, { signal: never })
    files.push(...page.files)
    cursor = page.nextCursor
  } while (cursor !== null)
  return files
}

/** Hex; of the bytes as the backend gives them out. */
export async function sha256OfStored(adapter: FileAdapter, file: StoredFile): Promise<string> {
  const bytes =
    file.url === null && supports(adapter, 'readFile')
      ? await adapter.readFile(file, { variant: 'original' }, { signal: never })
      : await (await fetch(file.url ?? '')).blob()
  return createHash('sha256')
    .update(Buffer.from(await bytes.arrayBuffer()))
    .digest('hex')
}

/** Stores that many small files beside the page, a few at a time. */
export async function plant(adapter: FileAdapter, names: readonly string[]): Promise<void> {
  const left = [...names]
  const worker = async (): Promise<void> => {
    for (let name = left.shift(); name !== undefined; name = left.shift()) {
      await uploadFile(adapter, new File([name], name, { type: 'text/plain' }))
    }
  }
  await Promise.all(Array.from({ length: 6 }, worker))
}
