import type { JsonValue, UploadRef } from '../../core/index.js'

/** AstraCollab knows no id of ours: whose a file is stands in the ref alone. */
export function noteOf(clientId: string, fileId: string): JsonValue {
  return { clientId, fileId }
}

/** Whether a ref's file is the one that its upload made. Only then may it be finalised, or deleted with it. */
export function isOwn<R extends UploadRef>(ref: R): ref is R & { readonly fileId: string } {
  const { clientId, fileId } = (ref.state ?? {}) as Partial<Record<string, JsonValue>>
  return ref.fileId !== null && fileId === ref.fileId && clientId === ref.clientId
}
