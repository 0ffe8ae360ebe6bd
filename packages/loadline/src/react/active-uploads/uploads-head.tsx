'use client'

import type { ReactNode } from 'react'
import type { UploadTotals } from '../../core/index.js'
import type { Format } from '../format/create-format.js'
import type { Messages } from '../messages/messages.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { LoadLine } from '../slots/load-line.js'
import { Phrases } from '../slots/phrases.js'
import { useSlots } from '../slots/slots.js'
import { useUploadActions } from '../uploads/use-upload-actions.js'
import { useUploadTotals } from '../uploads/use-upload-totals.js'
import { countUploads, isUnderWay } from './count-uploads.js'

interface UploadsHeadProps {
  readonly scope: string | undefined
}

/** All uploads in one line. */
export function UploadsHead({ scope }: UploadsHeadProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { format } = useProvider()
  const { clearSettled } = useUploadActions()
  const totals = useUploadTotals(scope)
  const counts = countUploads(totals)
  const isBusy = isUnderWay(counts)
  const fraction = totals.totalBytes === 0 ? 0 : totals.sentBytes / totals.totalBytes
  // What failed was sent in part: then no sum is true.
  const meta = isBusy || counts.failed === 0 ? metaWords(totals, isBusy, messages, format) : []
  return (
    <div {...slot('uploads-head')} data-status={headStatus(isBusy, counts.failed)}>
      <div {...slot('upload-body')}>
        <div {...slot('uploads-title')}>
          <bdi>{messages.uploadsTitle(counts)}</bdi>
        </div>
        <div {...slot('uploads-meta')}>
          <Phrases words={meta} />
        </div>
      </div>
      {!isBusy && (
        <button
          {...slot('small-button')}
          type="button"
          onClick={() => {
            clearSettled({ scope })
          }}
        >
          {messages.clear}
        </button>
      )}
      <LoadLine
        label={messages.totalProgress}
        drawn={isBusy ? fraction : 0}
        percent={Math.floor(fraction * 100)}
        text={[messages.uploadsTitle(counts), ...meta].join(', ')}
      />
    </div>
  )
}

function headStatus(isBusy: boolean, failed: number): 'uploading' | 'failed' | 'ready' {
  if (isBusy) return 'uploading'
  return failed > 0 ? 'failed' : 'ready'
}

/** Speed and time are left out while unstable. */
function metaWords(
  totals: UploadTotals,
  isBusy: boolean,
  messages: Messages,
  format: Format,
): readonly string[] {
  const { sentBytes, totalBytes, bytesPerSecond, secondsLeft } = totals
  if (!isBusy) return [format.bytes(sentBytes)]
  const words = [messages.sentOf(format.pair(sentBytes, totalBytes))]
  if (bytesPerSecond !== null) words.push(format.perSecond(bytesPerSecond))
  if (secondsLeft !== null) words.push(messages.timeLeft({ time: format.duration(secondsLeft) }))
  return words
}
