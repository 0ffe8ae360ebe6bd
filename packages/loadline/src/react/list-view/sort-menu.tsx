'use client'

import { useRef, useState, type ReactNode } from 'react'
import type { FileListQuery, FileSort } from '../../core/index.js'
import { Menu } from '../menu/menu.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { effectiveFileQuery } from '../../query/index.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'

interface SortMenuProps {
  readonly query: FileListQuery
  readonly onQuery: (query: FileListQuery) => void
}

const sorts: readonly FileSort[] = [
  { key: 'createdAt', direction: 'desc' },
  { key: 'createdAt', direction: 'asc' },
  { key: 'updatedAt', direction: 'desc' },
  { key: 'name', direction: 'asc' },
  { key: 'name', direction: 'desc' },
  { key: 'size', direction: 'desc' },
  { key: 'size', direction: 'asc' },
  { key: 'contentType', direction: 'asc' },
  { key: 'status', direction: 'asc' },
  { key: 'visibility', direction: 'asc' },
]

/** The order of a list without heads to click: what the adapter can sort by. */
export function SortMenu({ query, onQuery }: SortMenuProps): ReactNode {
  const slot = useSlots()
  const { sortBy, sortWords } = useMessages()
  const { adapter } = useProvider()
  const button = useRef<HTMLButtonElement>(null)
  const [isOpen, setIsOpen] = useState(false)
  const { sort } = effectiveFileQuery(adapter, query)
  const possible = sorts.filter(({ key }) => adapter.features.sortKeys.includes(key))
  if (possible.length === 0) return null
  const isApplied = ({ key, direction }: FileSort): boolean =>
    key === sort?.key && direction === sort.direction
  return (
    <>
      <button
        {...slot('sort-menu')}
        ref={button}
        type="button"
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(!isOpen)}
      >
        <Icon name={sort?.direction === 'asc' ? 'ascending' : 'descending'} size={15} />
        <span {...slot('spoken')}>{sortBy}: </span>
        {sort === undefined ? sortBy : wordsOf(sort, sortWords)}
      </button>
      {isOpen && (
        <Menu
          label={sortBy}
          anchor={button}
          onClose={() => setIsOpen(false)}
          items={possible.map((one) => ({
            label: wordsOf(one, sortWords),
            isChosen: isApplied(one),
            onAction: () => onQuery({ ...query, sort: one }),
          }))}
        />
      )}
    </>
  )
}

type SortWords = ReturnType<typeof useMessages>['sortWords']

function wordsOf({ key, direction }: FileSort, words: SortWords): string {
  const both = words[key]
  return typeof both === 'string' ? both : both[direction]
}
