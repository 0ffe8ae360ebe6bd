import { sql } from 'drizzle-orm'
import type { CreateFolderAnswer } from 'loadline/protocol'
import type { FolderRow } from '../database/schema.js'
import type { ServerContext } from '../server-context.js'
import type { Transaction } from '../uploads/lock-upload.js'

/** Folders in folders, at most. */
export const deepest = 64

type Step = CreateFolderAnswer['path'][number]

/** From the root to the folder itself; `null`: the root, which has none. */
export async function folderPath(
  db: ServerContext['db'] | Transaction,
  id: string | null,
): Promise<readonly Step[]> {
  if (id === null) return []
  const { rows } = await db.execute<{ id: string; name: string }>(sql`
    with recursive steps (id, name, parent_id, depth) as (
      select id, name, parent_id, 1 from folders where id = ${id}
      union all
      select parent.id, parent.name, parent.parent_id, steps.depth + 1
      from folders as parent join steps on parent.id = steps.parent_id
    )
    select id, name from steps order by depth desc
  `)
  return rows.map((row) => ({ id: row.id, name: row.name }))
}

export function presentFolder(row: FolderRow, parentPath: readonly Step[]): CreateFolderAnswer {
  const { id, name, parentId } = row
  return { id, name, parentId, path: [...parentPath, { id, name }] }
}
