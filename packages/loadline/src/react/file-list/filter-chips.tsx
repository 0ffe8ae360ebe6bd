'use client'

import { useRef, useState, type ReactNode, type RefObject } from 'react'
import type { FileFilter, FileListQuery } from '../../core/index.js'
import { Menu } from '../menu/menu.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import { hasFilter, withoutFilter } from './is-narrowed.js'
import { useFilterKinds, type FilterKind } from './use-filter-kinds.js'

interface FilterChipsProps {
  readonly query: FileListQuery
  readonly onQuery: (query: FileListQuery) => void
}

/** A chip for each filter: what it is set to, a menu to set it, and a way to drop it. */
export function FilterChips({ query, onQuery }: FilterChipsProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const kinds = useFilterKinds()
  const { filter = {} } = query
  const change = (part: FileFilter): void => onQuery({ ...query, filter: { ...filter, ...part } })
  return (
    <div {...slot('filters')}>
      {kinds.map((kind) => (
        <FilterChip key={kind.id} kind={kind} filter={filter} onChange={change} />
      ))}
      {hasFilter(query) && (
        <button
          {...slot('link-button')}
          type="button"
          onClick={() => onQuery(withoutFilter(query))}
        >
          {messages.clear}
        </button>
      )}
    </div>
  )
}

interface FilterChipProps {
  readonly kind: FilterKind
  readonly filter: FileFilter
  readonly onChange: (part: FileFilter) => void
}

function FilterChip({ kind, filter, onChange }: FilterChipProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const { format } = useProvider()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const chosen = kind.choices.filter((choice) => choice.isChosen(filter))
  const isSet = chosen.length > 0
  return (
    <span {...slot('chip')} data-set={isSet ? '' : undefined}>
      <button
        {...slot('chip-button')}
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        {!isSet && <Icon name="addFilter" size={14} />}
        {kind.label}
        {isSet && (
          <span {...slot('chip-value')}>{format.list(chosen.map(({ label }) => label))}</span>
        )}
      </button>
      {isSet && (
        <button
          {...slot('chip-remove')}
          type="button"
          aria-label={messages.actionOn({ action: messages.remove, name: kind.label })}
          onClick={() => {
            button.current?.focus()
            onChange(kind.none)
          }}
        >
          <Icon name="close" size={13} />
        </button>
      )}
      {isOpen && (
        <ChipMenu
          {...{ kind, filter, onChange }}
          anchor={button}
          onClose={() => setIsOpen(false)}
        />
      )}
    </span>
  )
}

interface ChipMenuProps extends FilterChipProps {
  readonly anchor: RefObject<HTMLButtonElement | null>
  readonly onClose: () => void
}

function ChipMenu({ kind, filter, onChange, anchor, onClose }: ChipMenuProps): ReactNode {
  const items = kind.choices.map((choice) => ({
    label: choice.label,
    isChecked: choice.isChosen(filter),
    onAction: () => onChange(choice.toggle(filter)),
  }))
  return <Menu label={kind.label} {...{ anchor, items, onClose }} />
}
