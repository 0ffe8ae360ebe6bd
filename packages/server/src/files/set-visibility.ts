import type { SetVisibilityAnswer, SetVisibilityBody } from 'loadline/protocol'
import type { User } from '../identity/identify.js'
import type { ServerContext } from '../server-context.js'
import { changeRow } from './change-row.js'
import { withManagedFile } from './file-access.js'
import { presentFile } from './present-file.js'

/** A private file's public address ends with the commit; what it led to lives some minutes longer. */
export async function setVisibility(
  context: ServerContext,
  user: User,
  id: string,
  { visibility }: SetVisibilityBody,
): Promise<SetVisibilityAnswer> {
  const row = await withManagedFile(context, user, id, (transaction, current) =>
    changeRow(context, transaction, current, { visibility }),
  )
  return presentFile(context, row)
}
