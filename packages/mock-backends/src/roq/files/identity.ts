import { roqError } from '../roq-error.js'
import type { FileRow } from '../roq-rows.js'
import { serviceAccountId, type RoqState } from '../roq-state.js'

const uuid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

/** Who asks, and through which door. */
export interface Identity {
  readonly userId: string
  /** Through the endpoint that asks for the API key. */
  readonly isServer: boolean
}

export function canSee({ settings }: RoqState, { userId }: Identity, file: FileRow): boolean {
  return (
    settings.fileScope === 'all' || userId === serviceAccountId || file.createdByUserId === userId
  )
}

/** @throws GraphQLError `INVALID_UUID` */
export function checkUuid(id: string): void {
  if (!uuid.test(id)) throw roqError(400, 'INVALID_UUID', { id })
}

/** A file that this identity may read. @throws GraphQLError `INVALID_UUID`, `FILE_NOT_FOUND` */
export function findFile(state: RoqState, identity: Identity, id: string): FileRow {
  checkUuid(id)
  const file = state.files.get(id)
  if (file === undefined || !canSee(state, identity, file)) {
    throw roqError(404, 'FILE_NOT_FOUND', { id })
  }
  return file
}
