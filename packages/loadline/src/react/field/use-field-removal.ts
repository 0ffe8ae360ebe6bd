'use client'

import { supports } from '../../core/index.js'
import { fileQueryKeys } from '../../query/index.js'
import { noteToDevelopers } from '../note-to-developers.js'
import { useProvider } from '../provider/files-context.js'
import { arrangeItems } from './field-items.js'
import type { FieldUploads, ValueChangeReason } from './field-uploads.js'

interface RemovalOptions {
  readonly uploads: FieldUploads
  readonly removeDeletes: boolean
  readonly scope: string | undefined
  readonly change: (value: readonly string[], reason: ValueChangeReason) => void
}

/** Taking files out of a field. */
export function useFieldRemoval({ uploads, removeDeletes, scope, change }: RemovalOptions) {
  const { adapter, queue, queryClient, userKey, drafts } = useProvider()

  const deleteFile = async (fileId: string) => {
    if (!supports(adapter, 'deleteFiles')) return
    try {
      const { signal } = new AbortController()
      const { failed } = await adapter.deleteFiles([fileId], { signal })
      for (const { error } of failed) throw error
    } catch (error) {
      noteToDevelopers(
        `a file that was removed from a field could not be deleted: ${String(error)}`,
      )
    }
    await queryClient.invalidateQueries({ queryKey: fileQueryKeys.files(adapter, userKey) })
  }
  const drop = (uploadIds: readonly string[]) => {
    uploads.forget(uploadIds)
    queue.cancel(uploadIds)
    queue.remove(uploadIds)
  }
  return {
    remove: (itemId: string) => {
      const item = arrangeItems(uploads.getState().uploads, uploads.value).find(
        ({ id }) => id === itemId,
      )
      if (item === undefined) return
      const { fileId, uploadId } = item
      if (fileId === null) {
        drop(uploadId === null ? [] : [uploadId])
        return
      }
      if (scope !== undefined) drafts.leave(scope, fileId)
      change(
        uploads.value.filter((id) => id !== fileId),
        'remove',
      )
      if (uploadId !== null) uploads.forget([uploadId])
      if (removeDeletes) void deleteFile(fileId)
    },
    cancelPending: () => {
      const waiting = uploads.getState().uploads.filter(({ file }) => file === null)
      drop(waiting.map(({ uploadId }) => uploadId))
    },
  }
}
