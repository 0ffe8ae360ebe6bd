import { usage } from '../database/schema.js'
import type { User } from '../identity/identify.js'
import { isOwn } from '../identity/is-own.js'
import type { ServerContext } from '../server-context.js'
import type { Transaction } from '../uploads/lock-upload.js'

type Usage = Pick<typeof usage.$inferSelect, 'fileCount' | 'totalSize' | 'pendingCount'>

/** What the user's live files take: an upload counts with its declared size from its beginning. */
export async function readUsage(
  db: ServerContext['db'] | Transaction,
  user: Pick<User, 'id' | 'tenantId'>,
): Promise<Usage> {
  const [row] = await db.select().from(usage).where(isOwn(usage, user))
  return row ?? { fileCount: 0, totalSize: 0, pendingCount: 0 }
}
