'use client'

import {
  useEffect,
  useLayoutEffect,
  useRef,
  type ComponentType,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react'
import { useNewest } from '../hooks/use-newest.js'
import type { IconProps } from '../icons.js'
import { useMessages } from '../messages/words.js'
import { useSlots } from '../slots/slots.js'
import { nextByName } from './next-by-name.js'
import { placeAt, placeBeside, type Point } from './place-beside.js'

export interface MenuItem {
  readonly label: string
  readonly onAction: () => void
  readonly icon?: ComponentType<IconProps> | undefined
  /** The key that does the same. */
  readonly keys?: string | undefined
  readonly isDestructive?: boolean | undefined
  /** A choice that is made or not: the menu stays. */
  readonly isChecked?: boolean | undefined
  /** One of several that exclude each other: the menu closes. */
  readonly isChosen?: boolean | undefined
}

interface MenuProps {
  readonly label: string
  readonly items: readonly MenuItem[]
  readonly anchor: RefObject<HTMLElement | null>
  /** Where the pointer was. Default: beside the anchor. */
  readonly at?: Point | undefined
  readonly onClose: () => void
}

/** In the top layer where there is one, so that nothing around it cuts it off. */
export function Menu({ label, items, anchor, at, onClose }: MenuProps): ReactNode {
  const slot = useSlots()
  const menu = useRef<HTMLDivElement>(null)
  useShown(menu, anchor, at)
  useCloseOutside(menu, at === undefined ? anchor : noAnchor, onClose)
  const leave = (): void => {
    // Before the item goes with its focus.
    anchor.current?.focus()
    onClose()
  }
  return (
    <div
      {...slot('menu')}
      ref={menu}
      role="menu"
      tabIndex={-1}
      popover="manual"
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key === 'Escape' || event.key === 'Tab') {
          event.stopPropagation()
          event.preventDefault()
          leave()
        } else moveFocus(event, items)
      }}
    >
      {items.map((item) => (
        <MenuButtonItem
          key={item.label}
          item={item}
          onAction={() => {
            if (item.isChecked === undefined) leave()
            item.onAction()
          }}
        />
      ))}
    </div>
  )
}

const noAnchor: RefObject<HTMLElement | null> = { current: null }

interface MenuButtonItemProps {
  readonly item: MenuItem
  readonly onAction: () => void
}

function MenuButtonItem({ item, onAction }: MenuButtonItemProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { icon: Drawing, isChecked, isChosen, isDestructive } = item
  const mark = isChosen ?? isChecked
  return (
    <button
      {...slot('menu-item')}
      type="button"
      role={isChosen === undefined ? checkRole(isChecked) : 'menuitemradio'}
      aria-checked={mark}
      aria-keyshortcuts={item.keys}
      data-destructive={isDestructive === true || undefined}
      tabIndex={-1}
      onClick={onAction}
    >
      {mark !== undefined && <span {...slot('menu-check')} data-checked={mark} />}
      {Drawing !== undefined && <Drawing size={15} strokeWidth={1.9} aria-hidden />}
      <span {...slot('menu-label')}>{item.label}</span>
      {item.keys !== undefined && (
        <kbd {...slot('menu-keys')} aria-hidden>
          {item.keys === 'Delete' ? messages.deleteKey : item.keys}
        </kbd>
      )}
    </button>
  )
}

function checkRole(isChecked: boolean | undefined): 'menuitem' | 'menuitemcheckbox' {
  return isChecked === undefined ? 'menuitem' : 'menuitemcheckbox'
}

function useShown(
  menu: RefObject<HTMLElement | null>,
  anchor: RefObject<HTMLElement | null>,
  at: Point | undefined,
): void {
  useLayoutEffect(() => {
    const element = menu.current
    if (element === null || anchor.current === null) return
    if ('showPopover' in element) element.showPopover()
    if (at === undefined) placeBeside(element, anchor.current)
    else placeAt(element, at)
    element.querySelector('button')?.focus()
  }, [menu, anchor, at])
}

function useCloseOutside(
  menu: RefObject<HTMLElement | null>,
  anchor: RefObject<HTMLElement | null>,
  onClose: () => void,
): void {
  const newest = useNewest(onClose)
  useEffect(() => {
    const close = ({ target }: Event): void => {
      const isInside = [menu, anchor].some(({ current }) => current?.contains(target as Node))
      if (!isInside) newest.current()
    }
    document.addEventListener('pointerdown', close, true)
    document.addEventListener('focusin', close, true)
    // What scrolled before the menu opened is told before the next frame's callbacks.
    const frame = requestAnimationFrame(() => document.addEventListener('scroll', close, true))
    return () => {
      cancelAnimationFrame(frame)
      for (const type of ['pointerdown', 'focusin', 'scroll']) {
        document.removeEventListener(type, close, true)
      }
    }
  }, [menu, anchor, newest])
}

function moveFocus(event: KeyboardEvent<HTMLElement>, items: readonly MenuItem[]): void {
  const buttons = Array.from(event.currentTarget.querySelectorAll('button'))
  const at = buttons.indexOf(event.target as HTMLButtonElement)
  const isLetter = event.key.length === 1 && event.key !== ' '
  const named = isLetter
    ? nextByName(
        items.map(({ label }) => label),
        event.key,
        at,
      )
    : null
  const to = named ?? { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: -1 }[event.key]
  // The list around it has keys of its own.
  event.stopPropagation()
  if (to === undefined) return
  event.preventDefault()
  buttons.at(to % buttons.length)?.focus()
}
