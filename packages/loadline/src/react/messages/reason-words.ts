import type { FileStatusReason } from '../../core/index.js'
import type { FileMessages } from './file-messages.js'

/** Why a file is an error: a code that is known here in words, any other text as it is. */
export function reasonWords(
  { statusReasons }: Pick<FileMessages, 'statusReasons'>,
  reason: string,
): string {
  return Object.hasOwn(statusReasons, reason) ? statusReasons[reason as FileStatusReason] : reason
}
