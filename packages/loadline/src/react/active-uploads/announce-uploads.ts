import type { Messages, UploadCounts } from '../messages/messages.js'
import { isUnderWay } from './count-uploads.js'

/** What to say when the counts change: the start, a failure, what needs the person, the end; `null`: nothing new. */
export function announceUploads(
  before: UploadCounts,
  after: UploadCounts,
  messages: Messages,
): string | null {
  const wasUnderWay = isUnderWay(before)
  const open = after.total - after.uploaded - after.failed
  if (open > 0 && (!wasUnderWay || after.total > before.total)) {
    return messages.uploadsStarted({ count: open })
  }
  if (after.needYou > before.needYou) return messages.filesNeedYou({ count: after.needYou })
  if (open > 0) {
    return after.failed > before.failed ? messages.uploadsFailed({ count: after.failed }) : null
  }
  return wasUnderWay ? messages.uploadsTitle(after) : null
}

/** Neither start nor end, and nothing that the person is asked for. */
export function isPassing(before: UploadCounts, after: UploadCounts): boolean {
  return isUnderWay(before) && isUnderWay(after) && after.needYou <= before.needYou
}
