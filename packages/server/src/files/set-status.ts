import type { SetStatusAnswer } from 'loadline/protocol'
import type { FileRow } from '../database/schema.js'
import type { User } from '../identity/identify.js'
import type { ServerContext } from '../server-context.js'
import { conflict } from '../uploads/lock-upload.js'
import type { SettableStatus } from './change-schemas.js'
import { changeRow } from './change-row.js'
import { dropObjects } from './delete-files.js'
import { withManagedFile } from './file-access.js'
import { presentFile } from './present-file.js'

/** What a status may be changed to by hand; all else is the server's to do. */
const legal: Readonly<Record<string, readonly SettableStatus[]>> = {
  upload_pending: ['cancelled', 'error'],
  processing: ['ready', 'error'],
  error: ['processing'],
}

/**
 * The status that it has is no change. An upload that is ended this way stays as a row, to be seen and
 * deleted; its bytes go. Where files are processed here, only that makes them `ready`, or who has
 * access to `all`: nobody waves their own file past a virus scan.
 */
export async function setStatus(
  context: ServerContext,
  user: User,
  id: string,
  status: SettableStatus,
): Promise<SetStatusAnswer> {
  const row = await withManagedFile(context, user, id, async (transaction, current) => {
    if (current.status === status) return current
    assertLegal(context, user, current, status)
    return changeRow(context, transaction, current, changesTo(context, current, status))
  })
  if (row.abandonedAt !== null) await dropObjects(context, [row])
  if (row.status === 'processing') context.processor.wake()
  return presentFile(context, row)
}

function assertLegal(context: ServerContext, user: User, row: FileRow, status: SettableStatus) {
  if (!(legal[row.status] ?? []).includes(status)) {
    throw conflict('status', `A file that is ${row.status} cannot become ${status}.`)
  }
  if (status === 'processing' && row.finalizedAt === null) {
    throw conflict('abandoned', 'The upload has ended without its bytes.')
  }
  if (status === 'ready' && context.processor.hasHook && user.access !== 'all') {
    throw conflict('processing', 'The file is being processed.')
  }
}

function changesTo({ now }: ServerContext, row: FileRow, status: SettableStatus) {
  if (row.status === 'upload_pending') {
    const abandonReason = status === 'error' ? status : 'cancelled'
    return { status, abandonedAt: new Date(now()), abandonReason } as const
  }
  return { status, errorReason: null, processingStartedAt: null, processingAttempts: 0 } as const
}
