'use client'

import type { ReactNode } from 'react'
import { useSecondsUntil } from '../hooks/use-seconds-until.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { LoadLine } from '../slots/load-line.js'
import { Phrases } from '../slots/phrases.js'
import { useSlots } from '../slots/slots.js'
import { useQueueGate } from '../uploads/use-queue-gate.js'
import { useUploadTotals } from '../uploads/use-upload-totals.js'
import { countUploads, isUnderWay } from './count-uploads.js'
import { panelMeta, panelStatus, panelTitle, type PanelFacts } from './describe-panel.js'
import { NeedYouButton } from './need-you-button.js'
import { PanelCommand } from './panel-command.js'
import { useIsAllHeld, useNeedYou } from './use-need-you.js'

interface UploadsHeadProps {
  readonly scope: string | undefined
}

/** All uploads in one line. */
export function UploadsHead({ scope }: UploadsHeadProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { format } = useProvider()
  const facts = usePanelFacts(scope)
  const { totals, counts } = facts
  const status = panelStatus(facts)
  const title = panelTitle(status, facts, messages)
  const meta = panelMeta(status, facts, messages, format)
  const fraction = totals.totalBytes === 0 ? 0 : totals.sentBytes / totals.totalBytes
  return (
    <div {...slot('uploads-head')} data-status={status}>
      <div {...slot('upload-body')}>
        <div {...slot('uploads-title')}>
          <bdi>{title}</bdi>
        </div>
        <div {...slot('uploads-meta')}>
          <Phrases words={meta} />
        </div>
      </div>
      {counts.needYou > 0 && (
        <NeedYouButton count={counts.needYou} isTitle={status === 'need-you'} />
      )}
      <PanelCommand status={status} totals={totals} scope={scope} />
      <LoadLine
        label={messages.totalProgress}
        drawn={isUnderWay(counts) ? fraction : 0}
        percent={Math.floor(fraction * 100)}
        text={[title, ...meta].join(', ')}
      />
    </div>
  )
}

function usePanelFacts(scope: string | undefined): PanelFacts {
  const totals = useUploadTotals(scope)
  const counts = countUploads(totals, useNeedYou(scope))
  const gate = useQueueGate()
  const isAllHeld = useIsAllHeld(scope)
  const secondsLeft = useSecondsUntil(gate.until)
  return { totals, counts, gate, isAllHeld, secondsLeft }
}
