'use client'

import { useRef, useState, type ReactNode } from 'react'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import { Menu, type MenuItem } from './menu.js'

interface MenuButtonProps {
  readonly label: string
  readonly items: readonly MenuItem[]
}

/** A button that opens a menu. @see https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/ */
export function MenuButton({ label, items }: MenuButtonProps): ReactNode {
  const slot = useSlots()
  const [isOpen, setIsOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  return (
    <>
      <button
        {...slot('icon-button')}
        ref={button}
        type="button"
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return
          event.preventDefault()
          setIsOpen(true)
        }}
      >
        <Icon name="more" size={16} />
      </button>
      {isOpen && (
        <Menu label={label} items={items} anchor={button} onClose={() => setIsOpen(false)} />
      )}
    </>
  )
}
