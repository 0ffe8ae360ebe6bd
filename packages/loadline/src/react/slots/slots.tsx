'use client'

import { createContext, useContext, type ReactNode } from 'react'

/** Every element that can be styled: `data-loadline` holds its name, `classNames` takes a class for it. */
export type Slot =
  | 'upload'
  | 'upload-input'
  | 'upload-button'
  | 'rejections'
  | 'rejections-title'
  | 'rejection-list'
  | 'rejection'
  | 'rejection-reason'
  | 'uploads'
  | 'uploads-head'
  | 'uploads-title'
  | 'uploads-meta'
  | 'uploads-badge'
  | 'uploads-command'
  | 'upload-list'
  | 'upload-row'
  | 'upload-body'
  | 'upload-percent'
  | 'files'
  | 'grid'
  | 'head'
  | 'head-label'
  | 'row'
  | 'name-cell'
  | 'status-cell'
  | 'size-cell'
  | 'added-cell'
  | 'actions-cell'
  | 'state'
  | 'state-plate'
  | 'state-title'
  | 'state-text'
  | 'skeleton'
  | 'skeleton-row'
  | 'skeleton-tile'
  | 'skeleton-bar'
  | 'more'
  | 'tile'
  | 'name'
  | 'name-head'
  | 'name-tail'
  | 'status'
  | 'status-words'
  | 'dot'
  | 'badge'
  | 'ring'
  | 'separator'
  | 'load-line'
  | 'load-fill'
  | 'actions'
  | 'button'
  | 'small-button'
  | 'icon-button'
  | 'spoken'

export type SlotClassNames = Readonly<Partial<Record<Slot, string | undefined>>>

const SlotsContext = createContext<SlotClassNames>({})

interface SlotsProps {
  readonly classNames: SlotClassNames | undefined
  readonly children: ReactNode
}

export function Slots({ classNames, children }: SlotsProps): ReactNode {
  return <SlotsContext.Provider value={classNames ?? none}>{children}</SlotsContext.Provider>
}

const none: SlotClassNames = {}

export interface SlotAttributes {
  readonly 'data-loadline': Slot
  readonly className: string | undefined
}

/** What an element carries to be a slot. */
export function useSlots(): (slot: Slot) => SlotAttributes {
  const classNames = useContext(SlotsContext)
  return (slot) => ({ 'data-loadline': slot, className: classNames[slot] })
}

export function joinClassNames(...names: readonly (string | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined
}
