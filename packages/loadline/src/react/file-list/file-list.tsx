'use client'

import { forwardRef, useMemo, useRef, type ForwardedRef, type ReactNode } from 'react'
import { EffectsBeforePaint } from '../hooks/effects-before-paint.js'
import { Words } from '../messages/words.js'
import { attributesOf } from '../slots/attributes-of.js'
import { mergeRefs } from '../slots/merge-refs.js'
import { Slots, useRootSlot, useSlots } from '../slots/slots.js'
import { ThumbnailsContext } from '../thumbnails/thumbnails.js'
import { BulkPlace } from './bulk-place.js'
import { FileGrid } from './file-grid.js'
import type { FileListProps } from './file-list-props.js'
import { focusSearch } from './focus-search.js'
import { ListCard } from './list-card.js'
import { ListToolbar } from './list-toolbar.js'
import { SelectionStatus } from './selection-status.js'
import { useListModel } from './use-list-model.js'

export type { FileListProps } from './file-list-props.js'

/** The stored files, with live uploads in place. */
export const FileList = forwardRef<HTMLDivElement, FileListProps>(function FileList(
  { messages, classNames, ...rest },
  ref,
) {
  return (
    <Slots classNames={classNames}>
      <Words messages={messages}>
        <ListPanel {...rest} panelRef={ref} />
      </Words>
    </Slots>
  )
})

interface ListPanelProps extends Omit<FileListProps, 'messages' | 'classNames'> {
  readonly panelRef: ForwardedRef<HTMLDivElement>
}

function ListPanel({ panelRef, className, ...props }: ListPanelProps): ReactNode {
  const scroller = useRef<HTMLDivElement>(null)
  const panel = useRef<HTMLDivElement>(null)
  const ref = useMemo(() => mergeRefs(panel, panelRef), [panelRef])
  const slot = useSlots()
  const model = useListModel(props, panel)
  const { query, onQuery, place, list, space, viewing, selection, doing, folders, look } = model
  const { storedTotal: total } = list
  const { 'aria-label': label, ...attributes } = attributesOf(props, 'aria-', 'data-')
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- For what stands in it.
    <div
      {...attributes}
      id={props.id}
      style={props.style}
      {...useRootSlot('files', className)}
      ref={ref}
      onKeyDown={focusSearch}
      data-status={look}
      data-selection={selection.selectionMode}
      data-selecting={!selection.isEmpty || undefined}
    >
      <EffectsBeforePaint />
      {folders.bar}
      {look !== 'forbidden' && (
        <ListToolbar {...{ query, onQuery, total, viewing }} files={list.files} />
      )}
      <ThumbnailsContext.Provider value={viewing.thumbnails}>
        <div {...slot('list-body')}>
          <ListCard
            key={place.folderId}
            {...{ look, list, space, scroller, query, onQuery, viewing }}
            renderEmpty={props.renderEmpty}
          >
            <FileGrid
              {...{ list, space, scroller, selection, label, doing, folders, query, onQuery }}
              viewing={viewing}
              startId={place.visit.fromId && `folder:${place.visit.fromId}`}
              hasHead={look !== 'empty' && look !== 'forbidden'}
            />
          </ListCard>
          {doing.details}
        </div>
      </ThumbnailsContext.Provider>
      <SelectionStatus selection={selection} />
      <BulkPlace {...{ selection, total, doing }} rows={space.rows} />
      {doing.aside}
      {model.drop}
    </div>
  )
}
