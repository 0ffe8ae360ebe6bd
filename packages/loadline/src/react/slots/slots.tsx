'use client'

import { createContext, useContext, type ReactNode } from 'react'

/** Every element that can be styled: `data-loadline` holds its name, `classNames` takes a class for it. */
export type Slot =
  | 'upload'
  | 'upload-input'
  | 'upload-line'
  | 'upload-button'
  | 'field-status'
  | 'field-problem'
  | 'field-files'
  | 'dropzone'
  | 'drop-area'
  | 'drop-mark'
  | 'drop-words'
  | 'drop-title'
  | 'drop-browse'
  | 'drop-hint'
  | 'drop-page'
  | 'drop-pill'
  | 'rejections'
  | 'rejections-title'
  | 'rejection-list'
  | 'rejection'
  | 'rejection-reason'
  | 'uploads'
  | 'uploads-head'
  | 'uploads-summary'
  | 'uploads-title'
  | 'uploads-meta'
  | 'uploads-badge'
  | 'uploads-sign'
  | 'uploads-command'
  | 'upload-scroller'
  | 'upload-list'
  | 'upload-row'
  | 'upload-body'
  | 'upload-percent'
  | 'files'
  | 'list-card'
  | 'list-notice'
  | 'place'
  | 'crumbs'
  | 'crumb-list'
  | 'crumb'
  | 'crumb-button'
  | 'crumb-here'
  | 'drag-chip'
  | 'list-drop'
  | 'dialog-problem'
  | 'folder-choice'
  | 'folder-level'
  | 'toolbar'
  | 'search'
  | 'search-field'
  | 'filters'
  | 'filters-button'
  | 'filters-count'
  | 'chip'
  | 'chip-button'
  | 'chip-value'
  | 'chip-remove'
  | 'match-count'
  | 'toolbar-end'
  | 'grid'
  | 'head'
  | 'head-label'
  | 'sort-button'
  | 'sort-menu'
  | 'view-switch'
  | 'view-choice'
  | 'row'
  | 'select-cell'
  | 'loading-cell'
  | 'checkbox'
  | 'name-cell'
  | 'status-cell'
  | 'size-cell'
  | 'added-cell'
  | 'actions-cell'
  | 'category-cell'
  | 'visibility-cell'
  | 'user-cell'
  | 'own-cell'
  | 'visibility'
  | 'tip'
  | 'avatar'
  | 'avatar-image'
  | 'user-name'
  | 'line'
  | 'card'
  | 'card-picture'
  | 'card-foot'
  | 'card-words'
  | 'card-meta'
  | 'card-duration'
  | 'state'
  | 'rows-missing'
  | 'state-plate'
  | 'state-title'
  | 'state-text'
  | 'state-actions'
  | 'skeleton'
  | 'skeleton-row'
  | 'skeleton-tile'
  | 'skeleton-bar'
  | 'more'
  | 'bulk-bar'
  | 'bulk-action'
  | 'bulk-count'
  | 'link-button'
  | 'tile'
  | 'tile-image'
  | 'name'
  | 'name-head'
  | 'name-tail'
  | 'match'
  | 'status'
  | 'status-words'
  | 'dot'
  | 'badge'
  | 'status-reason'
  | 'ring'
  | 'separator'
  | 'load-line'
  | 'load-fill'
  | 'actions'
  | 'button'
  | 'small-button'
  | 'danger-button'
  | 'icon-button'
  | 'menu'
  | 'menu-item'
  | 'menu-check'
  | 'menu-label'
  | 'menu-keys'
  | 'dialog'
  | 'dialog-title'
  | 'dialog-text'
  | 'dialog-actions'
  | 'dialog-list'
  | 'dialog-row'
  | 'dialog-choice'
  | 'text-field'
  | 'field-label'
  | 'field-note'
  | 'list-body'
  | 'preview'
  | 'preview-bar'
  | 'preview-name'
  | 'preview-meta'
  | 'preview-stage'
  | 'preview-step'
  | 'preview-image'
  | 'preview-media'
  | 'preview-page'
  | 'preview-text'
  | 'preview-note'
  | 'preview-state'
  | 'details'
  | 'details-head'
  | 'details-body'
  | 'details-picture'
  | 'details-name'
  | 'details-meta'
  | 'details-facts'
  | 'details-links'
  | 'details-link'
  | 'rename'
  | 'rename-field'
  | 'rename-problem'
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

/** What our own sheet selects by: browsers sort rules by the name of an attribute, not by its value. */
type SlotMark = Readonly<Record<`data-ll-${string}`, string>>

export interface SlotAttributes extends SlotMark {
  readonly 'data-loadline': Slot
  readonly className: string | undefined
}

/** What an element carries to be a slot. */
export function useSlots(): (slot: Slot) => SlotAttributes {
  const classNames = useContext(SlotsContext)
  return (slot) => {
    const mark: SlotMark = { [`data-ll-${slot}`]: '' }
    return { 'data-loadline': slot, className: classNames[slot], ...mark }
  }
}

export interface RootAttributes extends SlotAttributes {
  readonly 'data-loadline-root': ''
}

/** The same for the element around a whole component: where the tokens stand. */
export function useRootSlot(slot: Slot, className: string | undefined): RootAttributes {
  const attributes = useSlots()(slot)
  return {
    ...attributes,
    'data-loadline-root': '',
    className: joinClassNames(attributes.className, className),
  }
}

export function joinClassNames(...names: readonly (string | undefined)[]): string | undefined {
  return names.filter(Boolean).join(' ') || undefined
}
