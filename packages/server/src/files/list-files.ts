import { and, count, sql, type SQL } from 'drizzle-orm'
import type { ListFilesAnswer } from 'loadline/protocol'
import { files } from '../database/schema.js'
import { ProblemError } from '../http/problem.js'
import type { User } from '../identity/identify.js'
import type { ServerContext } from '../server-context.js'
import { readFileCursor, writeFileCursor } from './file-cursor.js'
import type { ListFilesQuery } from './file-schemas.js'
import { fileSort } from './file-sort.js'
import { matchingRows } from './matching-rows.js'
import { presentFiles } from './present-file.js'

export async function listFiles(
  context: ServerContext,
  user: User,
  query: ListFilesQuery,
): Promise<ListFilesAnswer> {
  if (query.cursor !== undefined && query.offset !== undefined) {
    throw new ProblemError(422, 'validation', 'Give a cursor or an offset, not both.')
  }
  if (query.entityReference !== undefined && query.entityName === undefined) {
    throw new ProblemError(422, 'validation', 'An entityReference goes with an entityName.')
  }
  const matching = matchingRows(context, user, query)
  const sort = fileSort(query.sort)
  const way = sort.isDescending ? sql`desc` : sql`asc`
  const rows = await context.db
    .select()
    .from(files)
    .where(and(matching, afterCursor(query)))
    .orderBy(sql`${sort.column} ${way}, ${files.id} ${way}`)
    // One more than asked for tells whether there is a next page.
    .limit(query.limit + 1)
    .offset(query.offset ?? 0)
  const [counted] = await context.db.select({ total: count() }).from(files).where(matching)
  const page = rows.slice(0, query.limit)
  const last = rows.length > query.limit ? page.at(-1) : undefined
  return {
    files: await presentFiles(context, page),
    total: counted?.total ?? 0,
    nextCursor: last === undefined ? null : writeFileCursor(query.sort, last),
  }
}

function afterCursor(query: ListFilesQuery): SQL | undefined {
  if (query.cursor === undefined) return undefined
  const sort = fileSort(query.sort)
  const { value, id } = readFileCursor(query.sort, query.cursor)
  const beyond = sort.isDescending ? sql`<` : sql`>`
  return sql`(${sort.column}, ${files.id}) ${beyond} (${sort.bind(value)}, ${id}::uuid)`
}
