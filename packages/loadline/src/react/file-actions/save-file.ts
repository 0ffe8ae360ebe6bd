import {
  safeUrl,
  supports,
  UploadError,
  type FileAdapter,
  type StoredFile,
} from '../../core/index.js'
import type { FreshFiles } from '../file-url/use-fresh-files.js'
import { isExpired } from '../file-url/renew-in.js'

/** So long a browser may take to begin with it. */
const patienceMs = 60_000

/**
 * Downloads a file: from its address, renewed where it is over, else through the adapter. At once where it can be, as
 * browsers want downloads to follow a click.
 * @throws UploadError
 */
export async function saveFile(
  file: StoredFile,
  adapter: FileAdapter,
  { newest, fresh }: FreshFiles,
): Promise<void> {
  const known = newest(file)
  const url = safeUrl((isExpired(known, Date.now()) ? await fresh(file) : known).url)
  if (url !== null) return followDownload(url, file.name)
  if (!supports(adapter, 'readFile')) throw new UploadError('unsupported')
  const { withHarmlessType } = await import('../file-url/with-harmless-type.js')
  const { signal } = new AbortController()
  const bytes = await adapter.readFile(file, { variant: 'original' }, { signal })
  const blobUrl = URL.createObjectURL(withHarmlessType(bytes))
  followDownload(blobUrl, file.name)
  setTimeout(() => URL.revokeObjectURL(blobUrl), patienceMs)
}

function followDownload(href: string, name: string): void {
  const link = document.createElement('a')
  link.href = href
  link.download = name
  // A store that does not send it as a download opens it beside the page, not in its place.
  if (!href.startsWith('blob:')) link.target = '_blank'
  link.rel = 'noopener noreferrer'
  link.click()
}
