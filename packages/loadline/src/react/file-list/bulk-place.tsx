'use client'

import type { ReactNode } from 'react'
import type { ListActions } from '../file-actions/use-list-actions.js'
import { useListPart } from '../file-actions/use-list-part.js'
import { useLoadAhead } from '../hooks/use-load-ahead.js'
import type { BulkBarProps } from './bulk-bar.js'

interface BulkPlaceProps extends Omit<BulkBarProps, 'actions'> {
  readonly doing: ListActions
}

const load = () => import('./bulk-bar.js')

/** The bar of a selection, once there is one. */
export function BulkPlace({ doing, ...props }: BulkPlaceProps): ReactNode {
  const { isEmpty, selectionMode } = props.selection
  useLoadAhead(load, selectionMode !== 'none' && props.rows.length > 0)
  const part = useListPart(load, !isEmpty, doing)
  return !isEmpty && part !== null && <part.BulkBar {...props} actions={doing.actions} />
}
