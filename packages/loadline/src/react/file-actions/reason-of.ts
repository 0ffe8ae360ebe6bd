import { isUploadError } from '../../core/index.js'
import type { FileErrorKey } from '../messages/list-messages.js'
import type { Messages } from '../messages/messages.js'

/** Why nothing became of an action, in words. */
export function reasonOf(error: unknown, { fileErrors }: Messages): string {
  const code = isUploadError(error) ? error.code : 'unknown'
  return code in fileErrors ? fileErrors[code as FileErrorKey] : fileErrors.unknown
}
