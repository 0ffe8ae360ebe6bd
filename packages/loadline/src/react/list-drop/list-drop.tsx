'use client'

import { useState, type ReactNode, type RefObject } from 'react'
import { createPortal } from 'react-dom'
import type { CollectedFile, FileRejection } from '../../core/index.js'
import { DropWords } from '../dropzone/drop-words.js'
import { useMissedDrops } from '../dropzone/use-missed-drops.js'
import { useFolderPath } from '../file-folders/use-folder-path.js'
import type { ListPlace } from '../file-folders/use-list-place.js'
import { useMessages } from '../messages/words.js'
import { useProvider } from '../provider/files-context.js'
import { Icon } from '../slots/icon.js'
import { useSlots } from '../slots/slots.js'
import { RejectionList } from '../upload/rejection-list.js'
import { useListDrop, type DragOver } from './use-list-drop.js'

interface ListDropProps {
  readonly panel: RefObject<HTMLElement | null>
  /** Where files go that are dropped beside a folder. */
  readonly place: ListPlace
  readonly scope: string | undefined
}

interface Refusal {
  readonly rejections: readonly FileRejection[]
  readonly chosenCount: number
}

const nothing: Refusal = { rejections: [], chosenCount: 0 }

/** Files from elsewhere, dropped on a list: over a folder they go there, else into the one that is shown. */
export function ListDrop({ panel, place, scope }: ListDropProps): ReactNode {
  const messages = useMessages()
  const { queue } = useProvider()
  const path = useFolderPath(place)
  const name = place.hasFolders ? (path.at(-1)?.name ?? messages.allFiles) : null
  const [refusal, setRefusal] = useState(nothing)
  const add = (files: readonly CollectedFile[], folderId: string | null): void => {
    const { rejections } = queue.add(files, {
      ...(folderId !== null && { folderId }),
      ...(scope !== undefined && { scope }),
    })
    setRefusal({ rejections, chosenCount: files.length })
  }
  const over = useListDrop({ panel, folderId: place.folderId, onFiles: add })
  useMissedDrops(true)
  return (
    <>
      {over !== null &&
        createPortal(<DropSign drag={over.drag} name={over.name ?? name} />, over.host)}
      <RejectionList
        {...refusal}
        renderRejection={undefined}
        onDismiss={(dismissed) =>
          setRefusal(({ rejections, chosenCount }) => ({
            rejections:
              dismissed === undefined ? [] : rejections.filter((one) => one !== dismissed),
            chosenCount,
          }))
        }
      />
    </>
  )
}

/** Over the list: what would become of the files. */
function DropSign({ drag, name }: Pick<DragOver, 'drag' | 'name'>): ReactNode {
  const slot = useSlots()
  const messages = useMessages()
  const isTaken = drag.reason === null
  return (
    <div {...slot('list-drop')} data-drop={isTaken ? 'accept' : 'reject'} aria-hidden>
      <div {...slot('drop-pill')}>
        <span {...slot('drop-mark')}>
          <Icon name={isTaken ? 'dropAccept' : 'dropReject'} size={20} />
        </span>
        {isTaken ? (
          <DropWords drag={drag} props={{ destination: name ?? undefined }} />
        ) : (
          <span {...slot('drop-title')}>{messages.cannotDrop({ count: drag.count ?? 2 })}</span>
        )}
      </div>
    </div>
  )
}
