'use client'

import { useEffect, useState, type RefObject } from 'react'
import { collectFiles, type CollectedFile } from '../../core/index.js'
import { hasFiles } from '../dropzone/has-files.js'
import type { Drag } from '../dropzone/use-drop-target.js'
import { folderAt, markTarget } from '../file-folders/folder-at.js'
import { ownDragType } from '../file-folders/own-drag-type.js'
import { useNewest } from '../hooks/use-newest.js'
import { useProvider } from '../provider/files-context.js'

interface ListDropOptions {
  readonly panel: RefObject<HTMLElement | null>
  /** Where files go that are dropped beside a folder; `null`: the root. */
  readonly folderId: string | null
  readonly onFiles: (files: readonly CollectedFile[], folderId: string | null) => void
}

export interface DragOver {
  readonly drag: Drag
  /** Of the folder that it is over; `null`: none. */
  readonly name: string | null
  /** What it is shown over. */
  readonly host: Element
}

/** What is dragged over a list, and where it would go; `null`: nothing. */
export function useListDrop({ panel, folderId, onFiles }: ListDropOptions): DragOver | null {
  const { adapter } = useProvider()
  const [over, setOver] = useState<DragOver | null>(null)
  const canChoose = adapter.features.uploadFields.includes('folderId')
  const newest = useNewest({ folderId, onFiles, canChoose })
  useEffect(() => {
    const element = panel.current
    if (element === null) return undefined
    return listenForDrops(element, () => newest.current, setOver)
  }, [panel, newest])
  return over
}

interface DropNow extends Omit<ListDropOptions, 'panel'> {
  /** An upload can say its folder. */
  readonly canChoose: boolean
}

function listenForDrops(
  panel: HTMLElement,
  now: () => DropNow,
  onOver: (over: DragOver | null) => void,
): () => void {
  let shown = ''
  const show = (over: DragOver | null, element: HTMLElement | null = null): void => {
    markTarget(panel, element)
    const key = JSON.stringify(over && [over.name, over.drag])
    if (key !== shown) onOver(over)
    shown = key
  }
  // An area around it would take them too.
  const take = (event: DragEvent): DataTransfer | null => {
    const { dataTransfer } = event
    if (!hasFiles(dataTransfer) || dataTransfer.types.includes(ownDragType)) return null
    event.preventDefault()
    event.stopPropagation()
    return dataTransfer
  }
  return listen(panel, {
    dragenter: (event) => void take(event),
    dragover: (event) => {
      const transfer = take(event)
      if (transfer === null) return
      const { folder, isTaken } = targetOf(event, now())
      transfer.dropEffect = isTaken ? 'copy' : 'none'
      const host = panel.querySelector('[data-loadline="list-body"]') ?? panel
      const drag = dragOf(transfer, isTaken)
      show({ name: folder?.name ?? null, drag, host }, folder?.element)
    },
    dragleave: ({ relatedTarget }) => {
      if (!panel.contains(relatedTarget as Node | null)) show(null)
    },
    drop: (event) => {
      const transfer = take(event)
      if (transfer === null) return
      const { folderId, isTaken } = targetOf(event, now())
      show(null)
      if (!isTaken) return
      void collectFiles(transfer).then((files) => {
        if (files.length > 0) now().onFiles(files, folderId)
      })
    },
  })
}

function targetOf(event: DragEvent, { folderId, canChoose }: DropNow) {
  const folder = canChoose ? folderAt(event.target) : null
  const id = folder === null ? folderId : folder.id
  return { folder, folderId: id, isTaken: id === null || canChoose }
}

type DragListeners = Readonly<Record<string, (event: DragEvent) => void>>

/** A picture on the page itself can be dragged as a file too: that is none of ours. */
function listen(panel: HTMLElement, listeners: DragListeners): () => void {
  let isOfPage = false
  const begin = (): void => void (isOfPage = true)
  const end = (): void => void (isOfPage = false)
  const all = Object.entries(listeners).map(
    ([type, listener]) =>
      [type, (event: Event) => (isOfPage ? undefined : listener(event as DragEvent))] as const,
  )
  for (const [type, listener] of all) panel.addEventListener(type, listener)
  document.addEventListener('dragstart', begin)
  document.addEventListener('dragend', end)
  return () => {
    for (const [type, listener] of all) panel.removeEventListener(type, listener)
    document.removeEventListener('dragstart', begin)
    document.removeEventListener('dragend', end)
  }
}

/** Before a drop the browser tells only types and count, and some not even that. */
function dragOf({ items }: DataTransfer, isTaken: boolean): Drag {
  const count = Array.from(items).filter(({ kind }) => kind === 'file').length
  const reason = isTaken ? null : ({ code: 'custom', message: 'Not here.' } as const)
  return { count: count === 0 ? null : count, reason }
}
