'use client'

import { useControlled } from '../hooks/use-controlled.js'

export type Placement = 'inline' | 'corner'

export interface OpenChangeDetails {
  /** `dismiss`: the escape key, a swipe or a tap beside the sheet. `review`: to show what needs the person. */
  readonly reason: 'toggle' | 'dismiss' | 'review'
}

interface PanelOpenOptions {
  readonly placement: Placement
  readonly open: boolean | undefined
  readonly defaultOpen: boolean | undefined
  readonly onOpenChange: ((open: boolean, details: OpenChangeDetails) => void) | undefined
}

export type SetPanelOpen = (open: boolean, details: OpenChangeDetails) => void

export function usePanelOpen(options: PanelOpenOptions): readonly [boolean, SetPanelOpen] {
  const { placement, open, defaultOpen, onOpenChange } = options
  // A sheet that opens by itself would cover what the person is doing.
  const initial = () => defaultOpen ?? !(placement === 'corner' && isPhone())
  return useControlled(open, initial, onOpenChange)
}

function isPhone(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(width < 480px)').matches
}
