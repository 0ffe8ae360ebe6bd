import type { QueueGate, UploadTotals } from '../../core/index.js'
import type { Format } from '../format/create-format.js'
import type { Messages, UploadCounts } from '../messages/messages.js'
import { isUnderWay } from './count-uploads.js'

/** What the panel is about: `data-status` of its head. */
export type PanelStatus =
  | 'uploading'
  | 'paused'
  | 'offline'
  | 'need-you'
  | 'held'
  | 'full'
  | 'limited'
  | 'failed'
  | 'ready'

export interface PanelFacts {
  readonly totals: UploadTotals
  readonly counts: UploadCounts
  readonly gate: QueueGate
  readonly isAllHeld: boolean
  /** Until the server takes more. */
  readonly secondsLeft: number | null
}

/** The first that applies. A person's own wish comes before what keeps the queue. */
export function panelStatus({ totals, counts, gate, isAllHeld }: PanelFacts): PanelStatus {
  if (!isUnderWay(counts)) return counts.failed > 0 ? 'failed' : 'ready'
  if (gate.isPaused) return 'paused'
  if (gate.blockedBy === 'offline') return 'offline'
  if (counts.active > 0) return 'uploading'
  if (gate.blockedBy === 'quota') return 'full'
  if (gate.blockedBy === 'rate-limit') return 'limited'
  if (counts.needYou > 0) return 'need-you'
  if (isAllHeld) return 'held'
  const { paused, queued, waiting } = totals.counts
  return paused > 0 && queued + waiting === 0 ? 'paused' : 'uploading'
}

export function panelTitle(status: PanelStatus, facts: PanelFacts, messages: Messages): string {
  const { counts } = facts
  switch (status) {
    case 'paused':
      return messages.paused
    case 'offline':
      return messages.uploadsOffline
    case 'need-you':
      return messages.filesNeedYou({ count: counts.needYou })
    case 'held':
      return messages.filesReady({ count: openCount(counts) })
    case 'full':
      return messages.uploadsFull
    case 'limited':
      return messages.uploadsLimited
    default:
      return messages.uploadsTitle(counts)
  }
}

/** What stands below the title. */
export function panelMeta(
  status: PanelStatus,
  facts: PanelFacts,
  messages: Messages,
  format: Format,
): readonly string[] {
  const { totals, counts, gate, secondsLeft } = facts
  const sent = messages.sentOf(format.pair(totals.sentBytes, totals.totalBytes))
  const open = openCount(counts)
  switch (status) {
    case 'uploading':
      return [sent, ...speedWords(totals, messages, format)]
    case 'offline': {
      const count = open - counts.needYou - totals.counts.paused
      // The person's own pause stays.
      return count === 0 || gate.isPaused ? [sent] : [messages.filesResume({ count })]
    }
    case 'need-you':
      return counts.uploaded === 0 ? [sent] : [messages.filesUploaded({ count: counts.uploaded })]
    case 'held':
      return [format.bytes(totals.totalBytes)]
    case 'full':
      return [messages.filesWaiting({ count: open })]
    case 'limited':
      return secondsLeft === null || secondsLeft === 0
        ? [messages.filesWaiting({ count: open })]
        : [messages.backoff({ time: format.duration(secondsLeft) })]
    case 'paused':
      return [sent]
    case 'failed':
      // What failed was sent in part: no sum would be true.
      return []
    case 'ready':
      return [format.bytes(totals.sentBytes)]
  }
}

/** Left out while unstable. */
function speedWords(totals: UploadTotals, messages: Messages, format: Format): readonly string[] {
  const { bytesPerSecond, secondsLeft } = totals
  const words: string[] = []
  if (bytesPerSecond !== null) words.push(format.perSecond(bytesPerSecond))
  if (secondsLeft !== null) words.push(messages.timeLeft({ time: format.duration(secondsLeft) }))
  return words
}

function openCount({ total, uploaded, failed }: UploadCounts): number {
  return total - uploaded - failed
}
