'use client'

import { useMemo, useState, useSyncExternalStore } from 'react'
import { supports, UploadError, type AssociationInput, type BulkResult } from '../../core/index.js'
import { fileQueryKeys } from '../../query/index.js'
import { useProvider } from '../provider/files-context.js'
import { createDraftFiles, emptyDraft } from './draft-files.js'

export interface UploadDraft {
  /** For the components of the draft, beside `isDraft`. Another one after `adopt` and `discard`: as their `key` it empties them. */
  readonly scope: string
  /** Of the files that were uploaded into the draft and not taken out again. */
  readonly fileIds: readonly string[]
  readonly isPending: boolean
  /**
   * Links the files to what has been made meanwhile, once no upload is under way. Those that failed stay in the draft.
   * @throws UploadError of the adapter; `unsupported` where it has no `createAssociations`.
   */
  readonly adopt: (association: AssociationInput) => Promise<BulkResult>
  /** Cancels the draft's uploads, and deletes its files where the adapter can. */
  readonly discard: () => Promise<BulkResult>
}

const nothing: BulkResult = { done: [], failed: [] }
const noDraft = () => emptyDraft

/** Files for something that does not exist yet: a ticket that is still being written. */
export function useUploadDraft(): UploadDraft {
  const { adapter, queue, queryClient, userKey, drafts } = useProvider()
  const [scope, setScope] = useState(newScope)
  const files = useMemo(() => createDraftFiles(queue, drafts, scope), [queue, drafts, scope])
  const { fileIds, isPending } = useSyncExternalStore(files.subscribe, files.getSnapshot, noDraft)

  const change = async (
    ids: readonly string[],
    call: (signal: AbortSignal) => Promise<BulkResult>,
  ): Promise<BulkResult> => {
    const result = ids.length === 0 ? nothing : await call(new AbortController().signal)
    for (const id of result.done) drafts.leave(scope, id)
    await queryClient.invalidateQueries({ queryKey: fileQueryKeys.files(adapter, userKey) })
    return result
  }
  const adopt = async (association: AssociationInput) => {
    if (!supports(adapter, 'createAssociations')) {
      throw new UploadError('unsupported', {
        message: `The adapter "${adapter.name}" has no createAssociations.`,
      })
    }
    await queue.whenSettled(queue.getIds({ scope }))
    const ids = files.getSnapshot().fileIds
    const result = await change(ids, (signal) =>
      adapter.createAssociations(ids, association, { signal }),
    )
    if (result.failed.length === 0) setScope(newScope)
    return result
  }
  const discard = async () => {
    const ids = files.getSnapshot().fileIds
    queue.cancel({ scope })
    queue.remove({ scope })
    setScope(newScope)
    if (!supports(adapter, 'deleteFiles')) return nothing
    return change(ids, (signal) => adapter.deleteFiles(ids, { signal }))
  }
  return { scope, fileIds, isPending, adopt, discard }
}

/** Another one each time: a queue may still know the uploads of a draft that was left. */
function newScope(): string {
  return `draft-${Date.now().toString(36)}-${Math.random().toString(36).slice(2)}`
}
