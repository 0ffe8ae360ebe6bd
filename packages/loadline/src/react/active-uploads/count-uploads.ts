import type { UploadTotals } from '../../core/index.js'
import type { UploadCounts } from '../messages/messages.js'

/** The queue's counts, summed as people see them. */
export function countUploads({ counts }: UploadTotals, needYou: number): UploadCounts {
  const { cancelled, failed } = counts
  const all = Object.values(counts).reduce((sum, count) => sum + count, 0)
  return {
    active: counts.signing + counts.uploading + counts.finalizing,
    uploaded: counts.ready + counts.processing,
    failed,
    cancelled,
    needYou,
    total: all - cancelled,
  }
}

/** Whether something is still to be sent or confirmed. */
export function isUnderWay({ uploaded, failed, total }: UploadCounts): boolean {
  return uploaded + failed < total
}
