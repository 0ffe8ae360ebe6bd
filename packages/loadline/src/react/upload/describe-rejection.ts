import type { FileRejection, RejectionReason } from '../../core/index.js'
import type { Format } from '../format/create-format.js'
import type { Messages } from '../messages/messages.js'
import { describeAccept } from './describe-accept.js'

/** Why a file was not taken, in words: the first reason says enough. */
export function describeRejection(
  rejection: FileRejection,
  messages: Messages,
  format: Format,
): string {
  const [reason] = rejection.errors
  return reason === undefined ? '' : describeReason(reason, rejection.file.size, messages, format)
}

/** `size` in bytes. */
export function describeReason(
  reason: RejectionReason,
  size: number,
  messages: Messages,
  format: Format,
): string {
  return messages.rejections[reason.code]({
    size: format.bytes(size),
    limit: limitWords(reason, messages, format),
    count: reason.code === 'too-many' && typeof reason.limit === 'number' ? reason.limit : null,
  })
}

function limitWords({ limit }: RejectionReason, messages: Messages, format: Format): string | null {
  if (limit === undefined) return null
  if (typeof limit === 'number') return format.limit(limit)
  return describeAccept(limit, messages, format)
}
