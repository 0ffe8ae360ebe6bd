'use client'

import { useEffect, useRef, useState, type FocusEvent, type ReactNode } from 'react'
import { useSlots } from '../slots/slots.js'
import { SmallFilesRow } from './small-files-row.js'
import { UploadRow, type RenderUpload } from './upload-row.js'
import { useRowWindow } from './use-row-window.js'
import { smallFilesRow } from './group-small-files.js'
import { useUploadRows } from './use-upload-rows.js'

/** A new object for each wish. */
export interface WantedUpload {
  readonly id: string
}

interface UploadListProps {
  readonly listId: string
  readonly ids: readonly string[]
  readonly groupAbove: number
  /** Shown, with the focus on its one action. */
  readonly wanted: WantedUpload | null
  readonly renderUpload: RenderUpload | undefined
}

export function UploadList(props: UploadListProps): ReactNode {
  const { listId, ids, groupAbove, wanted, renderUpload } = props
  const slot = useSlots()
  const scroller = useRef<HTMLDivElement>(null)
  const { rows: keys, smallIds, isExpanded, expand } = useUploadRows(ids, groupAbove)
  const [focused, setFocused] = useState<string | null>(null)
  const [sought, setSought] = useState<WantedUpload | null>(null)
  if (wanted !== sought) {
    setSought(wanted)
    if (wanted !== null && smallIds.includes(wanted.id)) expand(true)
  }
  const pinned = focused ?? wanted?.id ?? null
  const { rows, height } = useRowWindow({ scroller, keys, pinned })

  const reached = useRef<WantedUpload | null>(null)
  useEffect(() => {
    // Its row may come only when the window over the rows does.
    if (wanted === null || reached.current === wanted) return
    if (focusRow(scroller.current, wanted.id)) reached.current = wanted
  })
  const isVirtual = height !== undefined
  useEffect(() => {
    // Its place is another one then.
    if (isVirtual) rowWithFocus(scroller.current)?.scrollIntoView({ block: 'nearest' })
  }, [isVirtual])

  return (
    <div
      {...slot('upload-scroller')}
      ref={scroller}
      onFocus={({ target }) => setFocused(rowOf(target))}
      onBlur={(event) => {
        if (leavesRows(event)) setFocused(null)
      }}
    >
      <ul
        {...slot('upload-list')}
        id={listId}
        // oxlint-disable-next-line jsx-a11y/no-redundant-roles -- Without bullets, Safari takes it for no list.
        role="list"
        data-virtual={height === undefined ? undefined : ''}
        style={height === undefined ? undefined : { blockSize: height }}
      >
        {rows.map(({ key, place }) =>
          key === smallFilesRow ? (
            <SmallFilesRow key={key} {...place} ids={smallIds} {...{ isExpanded, expand }} />
          ) : (
            <UploadRow key={key} {...place} id={key} renderUpload={renderUpload} />
          ),
        )}
      </ul>
    </div>
  )
}

function rowOf(element: Element): string | null {
  return element.closest('[data-row]')?.getAttribute('data-row') ?? null
}

/** A row that goes takes the focus to nowhere, and its place is to be kept until it has moved on. */
function leavesRows({ currentTarget, relatedTarget }: FocusEvent): boolean {
  return relatedTarget !== null && !currentTarget.contains(relatedTarget)
}

function rowWithFocus(scroller: HTMLElement | null): Element | null {
  const row = document.activeElement?.closest('[data-row]') ?? null
  return scroller?.contains(row) === true ? row : null
}

function focusRow(scroller: HTMLElement | null, id: string): boolean {
  const row = scroller?.querySelector(`[data-row="${CSS.escape(id)}"]`)
  row?.querySelector('button')?.focus({ preventScroll: true })
  row?.scrollIntoView({ block: 'nearest' })
  return row !== null && row !== undefined
}
