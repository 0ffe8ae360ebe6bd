import { isUploadError } from '../../core/index.js'
import { reasonOf } from '../file-actions/reason-of.js'
import type { FileErrorKey } from '../messages/list-messages.js'
import type { Messages } from '../messages/messages.js'

/** Why nothing became of a folder, in words. */
export function folderReasonOf(error: unknown, messages: Messages): string {
  const code = isUploadError(error) ? error.code : 'unknown'
  return messages.folderErrors[code as FileErrorKey] ?? reasonOf(error, messages)
}
