'use client'

import {
  useCallback,
  useEffect,
  useMemo,
  useRef,
  useState,
  type DragEvent,
  type HTMLAttributes,
  type RefCallback,
  type RefObject,
} from 'react'
import { ErrorCode, useDropzone, type DropEvent } from 'react-dropzone'
import {
  collectFiles,
  type Accept,
  type CollectedFile,
  type RejectionReason,
} from '../../core/index.js'
import { useNewest } from '../hooks/use-newest.js'
import { acceptRules, draggedTypes } from '../upload/accept-rules.js'
import { hasFiles } from './has-files.js'
import { useMissedDrops } from './use-missed-drops.js'
import { usePaste, type PasteMode } from './use-paste.js'

export interface DropOptions {
  /** Nothing can be dropped. Default `false`. */
  readonly noDrag?: boolean | undefined
  /** Files may be dropped anywhere on the page; an area inside of it takes its own. Default `false`. */
  readonly fullPage?: boolean | undefined
  /** Default `focus`. */
  readonly paste?: PasteMode | undefined
}

interface DropTargetOptions extends DropOptions {
  readonly accept: Accept | undefined
  readonly disabled: boolean
  /** Files that can still be added; `null`: no limit. */
  readonly room: number | null
  /** The limit itself, for the words. */
  readonly most: number | null
  readonly onFiles: (files: readonly CollectedFile[]) => void
}

/** What the browser tells before a drop: types and count. */
export interface Drag {
  /** What would be taken, or all where nothing would; `null`: the browser does not say. */
  readonly count: number | null
  /** Why none of it would be; `null`: some of it would. */
  readonly reason: RejectionReason | null
}

/** Drop and paste on an element, or on the whole page. */
export function useDropTarget(options: DropTargetOptions) {
  const { accept, disabled, onFiles, room, most, fullPage = false, paste = 'focus' } = options
  const noDrag = disabled || options.noDrag === true
  const types = useMemo(() => draggedTypes(accept), [accept])
  const [dragged, setDragged] = useState(0)
  const { rootRef, getRootProps, isDragActive, dragFileRejections } = useDropzone({
    ...(types === undefined ? {} : { accept: types }),
    // 0 would mean any number.
    maxFiles: Math.max(1, room ?? Infinity),
    ...{ disabled, noDrag, noClick: true, noKeyboard: true, noPaste: true },
    ...{ noDragEventsBubbling: true, preventDropOnDocument: false },
    getFilesFromEvent: draggedItems,
  })
  const zoneRef: RefObject<HTMLElement | null> = rootRef
  const areaRef = useRef<HTMLElement>(null)
  const ref = useCallback(
    (element: HTMLElement | null) => {
      areaRef.current = element
      if (!fullPage) zoneRef.current = element
    },
    [fullPage, zoneRef],
  )
  usePaste({ area: areaRef, mode: disabled ? 'none' : paste, onFiles })
  useMissedDrops(!noDrag)

  const rootProps = () =>
    getRootProps<DropzoneProps>({
      onDragEnter: ({ dataTransfer }) => {
        setDragged(itemsOf(dataTransfer).length)
      },
      onDrop: ({ dataTransfer }) => {
        if (hasFiles(dataTransfer)) void collectFiles(dataTransfer).then(onFiles)
      },
    })
  usePageTarget(fullPage && !noDrag, zoneRef, rootProps)
  const drag = isDragActive ? judge(dragged, dragFileRejections, { accept, room, most }) : null
  const getDropzoneProps = (): DropzoneProps => {
    if (fullPage) return { ref }
    const { role: _role, ...root } = rootProps()
    return { ...root, ref }
  }
  return { drag, getDropzoneProps }
}

export interface DropzoneProps extends HTMLAttributes<HTMLElement> {
  readonly ref?: RefCallback<HTMLElement>
}

/** The same handlers on the page itself. An area within stops what it takes. */
function usePageTarget(
  isEnabled: boolean,
  zoneRef: RefObject<HTMLElement | null>,
  rootProps: () => DropzoneProps,
): void {
  const newest = useNewest(rootProps)
  useEffect(() => {
    if (!isEnabled) return undefined
    const page = document.documentElement
    zoneRef.current = page
    const handlers = {
      dragenter: (event: Event) => newest.current().onDragEnter?.(asReact(event)),
      dragover: (event: Event) => newest.current().onDragOver?.(asReact(event)),
      dragleave: (event: Event) => newest.current().onDragLeave?.(asReact(event)),
      drop: (event: Event) => newest.current().onDrop?.(asReact(event)),
    }
    for (const [type, handle] of Object.entries(handlers)) page.addEventListener(type, handle)
    return () => {
      for (const [type, handle] of Object.entries(handlers)) page.removeEventListener(type, handle)
      zoneRef.current = null
    }
  }, [isEnabled, zoneRef, newest])
}

/** react-dropzone takes native events too; what it and we read of them is the same. */
function asReact(event: Event): DragEvent<HTMLElement> {
  return event as unknown as DragEvent<HTMLElement>
}

/**
 * What is judged while it is dragged. Of a drop nothing: react-dropzone would forget one whose folders are still
 * being walked when the next comes, so `onDrop` collects the files.
 */
function draggedItems(event: DropEvent | readonly unknown[]): Promise<DataTransferItem[]> {
  const isDrag = 'type' in event && event.type === 'dragenter' && 'dataTransfer' in event
  return Promise.resolve(isDrag ? itemsOf(event.dataTransfer) : [])
}

function itemsOf(transfer: DataTransfer | null): DataTransferItem[] {
  return Array.from(transfer?.items ?? []).filter(({ kind }) => kind === 'file')
}

interface Rules {
  readonly accept: Accept | undefined
  readonly room: number | null
  readonly most: number | null
}

function judge(
  count: number,
  rejections: readonly { readonly errors: readonly { readonly code: string }[] }[],
  { accept, room, most }: Rules,
): Drag {
  if (room === 0) return { count, reason: tooMany(most ?? 0) }
  const taken = count - rejections.length
  if (count === 0) return { count: null, reason: null }
  if (taken > 0) return { count: taken, reason: null }
  const [code] = rejections[0]?.errors ?? []
  if (code?.code === ErrorCode.TooManyFiles) return { count, reason: tooMany(most ?? 0) }
  const limit = acceptRules(accept)
  return { count, reason: { code: 'type-not-allowed', limit, message: 'Of another type.' } }
}

function tooMany(limit: number): RejectionReason {
  return { code: 'too-many', limit, message: `The most is ${String(limit)} files.` }
}
