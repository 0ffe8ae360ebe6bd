import {
  isUploadError,
  UploadError,
  type StoredFile,
  type UploadErrorCode,
  type UploadTask,
} from '../../core/index.js'
import type { FreshFiles } from '../file-url/use-fresh-files.js'
import type { ProviderValue } from '../provider/files-context.js'
import { loadPreview, type LoadedPreview } from './load-preview.js'
import type { PreviewKind } from './preview-kind.js'
import { localSource, storedSource, type PreviewSource } from './preview-source.js'

export interface PreviewStart {
  readonly item: StoredFile | UploadTask
  readonly kind: PreviewKind
  readonly provider: Pick<ProviderValue, 'adapter' | 'queue' | 'blobUrls' | 'renewals'>
  readonly addresses: FreshFiles
  /** What was loaded before could not be shown. */
  readonly isRepeated: boolean
  readonly signal: AbortSignal
}

/** A new address changes nothing about these. */
const finalCodes: ReadonlySet<UploadErrorCode> = new Set([
  'too-large',
  'unsupported',
  'type-not-allowed',
])

/**
 * What is shown of a stored file, or of an upload's own file while its bytes are here. Where it does not come, its
 * address is renewed once.
 * @throws UploadError
 */
export async function loadFilePreview(start: PreviewStart): Promise<LoadedPreview> {
  const { item, kind, provider, addresses, isRepeated, signal } = start
  const local = isTask(item) ? provider.queue.getFile(item.id) : null
  if (local !== null) return loadPreview(kind, local.size, localSource(local), signal)
  const file = isTask(item) ? storedFileOf(item) : item
  if (file === null) throw new UploadError('not-found')
  const sourceOf = (one: StoredFile): PreviewSource =>
    storedSource(one, provider.adapter, provider.blobUrls)
  try {
    const known = await (isRepeated ? addresses.renew(file) : addresses.fresh(file))
    return await loadPreview(kind, file.size, sourceOf(known), signal)
  } catch (error) {
    const isFinal = isUploadError(error) && finalCodes.has(error.code)
    if (isRepeated || isFinal || signal.aborted || !provider.renewals.isPossible) throw error
    return loadPreview(kind, file.size, sourceOf(await addresses.renew(file)), signal)
  }
}

function isTask(item: StoredFile | UploadTask): item is UploadTask {
  return 'sentBytes' in item
}

function storedFileOf(task: UploadTask): StoredFile | null {
  return task.status === 'ready' || task.status === 'processing' ? task.file : null
}
