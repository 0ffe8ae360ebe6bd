'use client'

import { useEffect, useRef, useState } from 'react'
import {
  createUploadQueue,
  type FileAdapter,
  type UploadQueue,
  type UploadQueueOptions,
} from '../../core/index.js'
import { noteToDevelopers } from '../note-to-developers.js'

interface QueueProps {
  readonly adapter?: FileAdapter | undefined
  readonly queue?: UploadQueue | undefined
  readonly uploads?: UploadQueueOptions | undefined
  readonly userKey?: string | undefined
}

interface MadeQueue {
  readonly queue: UploadQueue
  readonly adapter: FileAdapter
  readonly userKey: string | undefined
}

/**
 * The queue that was given, or one made for the adapter and the user; connected while mounted.
 * A queue stops, and tells the backend what it dropped, once nobody is connected: one that was made
 * here needs no other end, and one that is shown again goes on.
 */
export function useProvidedQueue(props: QueueProps): UploadQueue {
  const made = useMadeQueue(props)
  const queue = props.queue ?? made?.queue
  if (queue === undefined) throw new TypeError('FilesProvider needs an `adapter` or a `queue`.')

  useEffect(() => queue.connect(), [queue])
  useAdapterNote(props.adapter)
  return queue
}

/** Making a queue has no side effect: one that React throws away costs nothing. */
function useMadeQueue({ adapter, queue, uploads, userKey }: QueueProps): MadeQueue | null {
  const wanted = queue === undefined ? adapter : undefined
  const make = (): MadeQueue | null =>
    wanted === undefined
      ? null
      : { queue: createUploadQueue({ ...uploads, adapter: wanted }), adapter: wanted, userKey }
  const [made, setMade] = useState(make)

  if (made?.adapter === wanted && made?.userKey === (wanted && userKey)) return made
  const next = make()
  setMade(next)
  return next
}

function useAdapterNote(adapter: FileAdapter | undefined): void {
  const former = useRef(adapter)
  useEffect(() => {
    const isSameBackend = former.current?.features.cacheKey === adapter?.features.cacheKey
    if (former.current !== adapter && isSameBackend) {
      noteToDevelopers(
        'FilesProvider got another adapter for the same backend, and dropped the uploads of the former one. Make the adapter once, outside of the component.',
      )
    }
    former.current = adapter
  }, [adapter])
}
