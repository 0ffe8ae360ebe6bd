'use client'

import { useId, useRef, useState, type ReactNode, type RefObject } from 'react'
import type { FileFilter, FileListQuery, StoredFile } from '../../core/index.js'
import { Menu } from '../menu/menu.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import { DaysDialog } from './days-dialog.js'
import { hasFilter, withoutFilter } from './is-narrowed.js'
import { useFilterKinds, wordsOfKind, type FilterKind } from './use-filter-kinds.js'
import { usePeople } from './use-people.js'

interface FilterChipsProps {
  /** Those that are loaded. */
  readonly files: readonly StoredFile[]
  readonly query: FileListQuery
  readonly onQuery: (query: FileListQuery) => void
}

/** A chip for each filter: what it is set to, a menu to set it, and a way to drop it. Narrow, behind a button. */
export function FilterChips({ query, onQuery, files }: FilterChipsProps): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const kinds = useFilterKinds(usePeople(files))
  const chips = useId()
  const [isOpen, setIsOpen] = useState(false)
  const { filter = {} } = query
  const setCount = kinds.filter((kind) => wordsOfKind(kind, filter).length > 0).length
  const change = (part: FileFilter): void => onQuery({ ...query, filter: { ...filter, ...part } })
  return (
    <>
      <button
        {...slot('filters-button')}
        type="button"
        aria-expanded={isOpen}
        aria-controls={chips}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon name="filters" size={16} />
        <span {...slot('spoken')}>{messages.filters}</span>
        {setCount > 0 && <span {...slot('filters-count')}>{setCount}</span>}
      </button>
      <div {...slot('filters')} id={chips} data-open={isOpen ? '' : undefined}>
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
    </>
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
  const words = wordsOfKind(kind, filter)
  const isSet = words.length > 0
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
        {isSet && <span {...slot('chip-value')}>{format.list(words)}</span>}
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
      <ChipChoices
        {...{ kind, filter, onChange, isOpen }}
        anchor={button}
        onClose={() => setIsOpen(false)}
      />
    </span>
  )
}

interface ChipChoicesProps extends FilterChipProps {
  readonly anchor: RefObject<HTMLButtonElement | null>
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** Its menu, and the dialog that the menu may lead to. */
function ChipChoices(props: ChipChoicesProps): ReactNode {
  const { kind, filter, onChange, anchor, isOpen, onClose } = props
  const { label, days } = kind
  const messages = useMessages()
  const [isPicking, setIsPicking] = useState(false)
  const choices = kind.choices.map((choice) => ({
    label: choice.label,
    isChecked: choice.isChosen(filter),
    onAction: () => onChange(choice.toggle(filter)),
  }))
  const picking = { label: messages.chooseDates, onAction: () => setIsPicking(true) }
  const items = days === undefined ? choices : [...choices, picking]
  return (
    <>
      {isOpen && <Menu {...{ label, anchor, items, onClose }} />}
      {isPicking && days !== undefined && (
        <DaysDialog
          {...{ days, filter, onChange }}
          title={label}
          onClose={() => setIsPicking(false)}
        />
      )}
    </>
  )
}
