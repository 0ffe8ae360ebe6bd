'use client'

import { useEffect, useRef } from 'react'
import { useProvider } from '../provider/files-context.js'
import { useUploadTotals } from '../uploads/use-upload-totals.js'
import { useUploads } from '../uploads/use-uploads.js'
import { useNeedYou } from './use-need-you.js'

const shownForMs = 4_000

interface AutoDismissProps {
  readonly scope: string | undefined
  /** The person is about to do something here. */
  readonly isHeld: boolean
}

const noIds: readonly string[] = []

/** Takes ready uploads off the queue after a while; none beside a failure. It shows nothing. */
export function AutoDismiss({ scope, isHeld }: AutoDismissProps): null {
  const { queue } = useProvider()
  const readyIds = useUploads({ scope, statuses: ['ready'] })
  const troubles = useNeedYou(scope) + useUploadTotals(scope).counts.failed
  const ids = isHeld || troubles > 0 ? noIds : readyIds
  const since = useRef(new Map<string, number>())

  useEffect(() => {
    const now = performance.now()
    const known = since.current
    since.current = new Map(ids.map((id) => [id, known.get(id) ?? now]))
    const first = Math.min(...since.current.values())
    if (ids.length === 0) return undefined
    const timer = setTimeout(
      () => {
        // A timer may come a little early.
        const due = Math.max(first, performance.now() - shownForMs)
        queue.remove([...since.current].flatMap(([id, at]) => (at <= due ? id : [])))
      },
      first + shownForMs - now,
    )
    return () => {
      clearTimeout(timer)
    }
  }, [ids, queue])
  return null
}
