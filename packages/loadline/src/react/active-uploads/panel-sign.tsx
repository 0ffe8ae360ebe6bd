'use client'

import type { ReactNode } from 'react'
import type { IconName } from '../icons.js'
import { Icon } from '../slots/icon.js'
import { Ring } from '../slots/ring.js'
import { useSlots } from '../slots/slots.js'
import type { PanelStatus } from './describe-panel.js'

interface PanelSignProps {
  readonly status: PanelStatus
  readonly fraction: number
}

const signs: Readonly<Record<Exclude<PanelStatus, 'uploading'>, IconName>> = {
  paused: 'paused',
  offline: 'offline',
  'need-you': 'failed',
  held: 'queued',
  full: 'failed',
  limited: 'backoff',
  failed: 'failed',
  ready: 'done',
}

/** The whole queue in one sign. */
export function PanelSign({ status, fraction }: PanelSignProps): ReactNode {
  const slot = useSlots()
  return (
    <span {...slot('uploads-sign')} aria-hidden>
      {status === 'uploading' ? (
        <Ring fraction={fraction} size={20} />
      ) : (
        <Icon name={signs[status]} size={20} />
      )}
    </span>
  )
}
