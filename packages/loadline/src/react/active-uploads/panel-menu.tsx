'use client'

import { useState, type ReactNode } from 'react'
import type { UploadStatus, UploadTotals } from '../../core/index.js'
import { MenuButton } from '../menu/menu-button.js'
import type { MenuItem } from '../menu/menu.js'
import { useMessages } from '../messages/words.js'
import { useUploadActions } from '../uploads/use-upload-actions.js'
import { CancelAllDialog } from './cancel-all-dialog.js'
import type { PanelStatus } from './describe-panel.js'

interface PanelMenuProps {
  readonly status: PanelStatus
  readonly totals: UploadTotals
  readonly scope: string | undefined
}

const openStatuses: readonly UploadStatus[] = [
  ...(['queued', 'signing', 'uploading', 'finalizing', 'paused', 'waiting'] as const),
]

/** What else can be done with all uploads. */
export function PanelMenu({ status, totals, scope }: PanelMenuProps): ReactNode {
  const messages = useMessages()
  const actions = useUploadActions()
  const [isAsking, setIsAsking] = useState(false)
  const { failed, ready, cancelled } = totals.counts
  const open = openStatuses.reduce((sum, one) => sum + totals.counts[one], 0)
  const cancelAll = (): void => actions.cancel({ scope, statuses: openStatuses })

  const items: MenuItem[] = []
  if (failed > 0 && status !== 'failed') {
    const onAction = () => actions.retry({ scope, statuses: ['failed'] })
    items.push({ label: messages.retryFailed, onAction })
  }
  if (ready + failed + cancelled > 0 && status !== 'ready') {
    items.push({ label: messages.clear, onAction: () => actions.clearSettled({ scope }) })
  }
  if (open > 0) {
    // One is soon begun again; of many much is lost.
    const onAction = () => (open === 1 ? cancelAll() : setIsAsking(true))
    items.push({ label: messages.cancelAll, onAction })
  }
  return (
    <>
      {items.length > 0 && <MenuButton label={messages.moreActions} items={items} />}
      {isAsking && (
        <CancelAllDialog count={open} onCancelAll={cancelAll} onClose={() => setIsAsking(false)} />
      )}
    </>
  )
}
