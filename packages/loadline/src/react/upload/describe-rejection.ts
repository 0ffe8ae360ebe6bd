import type { FileRejection, RejectionReason } from '../../core/index.js'
import type { Format } from '../format/create-format.js'
import type { Messages } from '../messages/messages.js'

/** Why a file was not taken, in words: the first reason says enough. */
export function describeRejection(
  rejection: FileRejection,
  messages: Messages,
  format: Format,
): string {
  const [reason] = rejection.errors
  if (reason === undefined) return ''
  return messages.rejections[reason.code]({
    size: format.bytes(rejection.file.size),
    limit: limitWords(reason, format),
    count: reason.code === 'too-many' && typeof reason.limit === 'number' ? reason.limit : null,
  })
}

function limitWords({ limit }: RejectionReason, format: Format): string | null {
  if (limit === undefined) return null
  if (typeof limit === 'number') return format.limit(limit)
  return limit.length === 0 ? null : format.list(limit.map(typeWords))
}

/** `image/*` is for machines; `image` and `.pdf` can be read by people. */
function typeWords(type: string): string {
  if (type.endsWith('/*')) return type.slice(0, -2)
  return type.includes('/') ? (type.split('/')[1] ?? type) : type
}
