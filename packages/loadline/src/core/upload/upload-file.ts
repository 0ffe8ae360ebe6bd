import { UploadError } from '../contract/index.js'
import type { AddOptions, FileAdapter, StoredFile, UploadQueueOptions } from '../contract/index.js'
import { createUploadQueue } from './upload-queue.js'

export interface UploadFileOptions extends AddOptions {
  /** Cancels the upload; what was stored is given up. */
  readonly signal?: AbortSignal | undefined
  readonly transports?: UploadQueueOptions['transports']
  readonly retry?: UploadQueueOptions['retry']
}

/**
 * Signs, stores and finalises one file, in a browser or in Node, with the retries of a queue.
 * Resolves with a file that is `ready`, or still in `processing`.
 * @throws UploadError the one that ended the upload; `validation` where a rule keeps the file out; `cancelled`.
 */
export async function uploadFile(
  adapter: FileAdapter,
  file: File | Blob,
  { signal, transports, retry, ...options }: UploadFileOptions = {},
): Promise<StoredFile> {
  const queue = createUploadQueue({ adapter, transports, retry })
  const disconnect = queue.connect()
  const cancel = (): void => queue.cancel()
  try {
    const named = file instanceof File ? file : new File([file], 'file', { type: file.type })
    const { ids, rejections } = queue.add([named], options)
    const [reason] = rejections.flatMap(({ errors }) => errors)
    if (reason !== undefined) {
      throw new UploadError('validation', {
        message: reason.message,
        details: { code: reason.code },
      })
    }
    signal?.addEventListener('abort', cancel)
    if (signal?.aborted === true) cancel()
    await queue.whenSettled(ids)
    const task = queue.getTask(ids[0] ?? '')
    if (task?.status === 'ready' || task?.status === 'processing') return task.file
    throw task?.status === 'failed' ? task.error : new UploadError('cancelled')
  } finally {
    signal?.removeEventListener('abort', cancel)
    disconnect()
  }
}
