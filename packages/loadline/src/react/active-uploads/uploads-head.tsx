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
import { PanelMenu } from './panel-menu.js'
import { PanelToggle } from './panel-toggle.js'
import { PanelSign } from './panel-sign.js'
import { useSwipeDown } from './use-swipe-down.js'
import { useIsAllHeld, useNeedYou } from './use-need-you.js'

interface UploadsHeadProps {
  readonly scope: string | undefined
  readonly isTray: boolean
  readonly isOpen: boolean
  readonly listId: string
  readonly onOpenChange: (isOpen: boolean) => void
  /** Shows the upload that needs the person. */
  readonly onReview: (id: string) => void
  readonly onSwipe: () => void
}

/** All uploads in one line. */
export function UploadsHead(props: UploadsHeadProps): ReactNode {
  const { scope, isTray, isOpen, listId, onOpenChange, onReview, onSwipe } = props
  const slot = useSlots()
  const messages = useMessages()
  const { format } = useProvider()
  const facts = usePanelFacts(scope)
  const { totals, counts } = facts
  const status = panelStatus(facts)
  const title = panelTitle(status, facts, messages)
  const meta = panelMeta(status, facts, messages, format)
  const fraction = totals.totalBytes === 0 ? 0 : totals.sentBytes / totals.totalBytes
  const isBar = isTray && !isOpen
  const swipe = useSwipeDown(onSwipe)
  return (
    <div {...slot('uploads-head')} {...swipe} data-status={status}>
      {isBar && <PanelSign status={status} fraction={fraction} />}
      <div {...slot('uploads-summary')}>
        <div {...slot('uploads-title')}>
          <bdi>{title}</bdi>
        </div>
        <div {...slot('uploads-meta')}>
          <Phrases words={meta} />
        </div>
        {counts.needYou > 0 && (
          <NeedYouButton scope={scope} isTitle={status === 'need-you'} onReview={onReview} />
        )}
      </div>
      {isBar && status === 'uploading' && (
        <span {...slot('upload-percent')} aria-hidden>
          {format.percent(fraction)}
        </span>
      )}
      <span {...slot('actions')}>
        <PanelCommand status={status} totals={totals} scope={scope} />
        <PanelMenu status={status} totals={totals} scope={scope} />
        <PanelToggle {...{ isTray, isOpen, listId, onOpenChange }} />
      </span>
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
