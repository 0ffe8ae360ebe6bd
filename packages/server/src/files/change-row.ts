import { eq } from 'drizzle-orm'
import { files, type FileRow } from '../database/schema.js'
import type { ServerContext } from '../server-context.js'
import type { Transaction } from '../uploads/lock-upload.js'

type Changes = Partial<Omit<FileRow, 'id' | 'nameSort' | 'version' | 'updatedAt'>>

/** Under the row's lock. Without a difference nothing is written. */
export async function changeRow(
  { now }: Pick<ServerContext, 'now'>,
  transaction: Transaction,
  row: FileRow,
  changes: Changes,
): Promise<FileRow> {
  const keys = Object.keys(changes) as (keyof Changes)[]
  if (keys.every((key) => changes[key] === row[key])) return row
  const [changed] = await transaction
    .update(files)
    .set({ ...changes, updatedAt: new Date(now()) })
    .where(eq(files.id, row.id))
    .returning()
  return changed ?? row
}
