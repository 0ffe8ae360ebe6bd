import { and, count, eq, inArray, isNull, ne, sql, type SQL } from 'drizzle-orm'
import type { ListFilesAnswer } from 'loadline/protocol'
import { files } from '../database/schema.js'
import { ProblemError } from '../http/problem.js'
import type { User } from '../identity/identify.js'
import type { ServerContext } from '../server-context.js'
import { readFileCursor, writeFileCursor } from './file-cursor.js'
import type { ListFilesQuery } from './file-schemas.js'
import { fileSort } from './file-sort.js'
import { foldName } from './fold-name.js'
import { presentFile } from './present-file.js'

export async function listFiles(
  context: ServerContext,
  user: User,
  query: ListFilesQuery,
): Promise<ListFilesAnswer> {
  if (query.cursor !== undefined && query.offset !== undefined) {
    throw new ProblemError(422, 'validation', 'Give a cursor or an offset, not both.')
  }
  const matching = matchingRows(user, query)
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
    files: await Promise.all(page.map((row) => presentFile(context, row))),
    total: counted?.total ?? 0,
    nextCursor: last === undefined ? null : writeFileCursor(query.sort, last),
  }
}

function matchingRows(user: User, query: ListFilesQuery): SQL | undefined {
  const search = foldName(query.search ?? '')
  return and(
    eq(files.ownerId, user.id),
    isNull(files.abandonedAt),
    query.status === undefined
      ? ne(files.status, 'upload_pending')
      : inArray(files.status, query.status),
    search === '' ? undefined : sql`${files.nameKey} like ${containing(search)} escape '!'`,
  )
}

function afterCursor(query: ListFilesQuery): SQL | undefined {
  if (query.cursor === undefined) return undefined
  const sort = fileSort(query.sort)
  const { value, id } = readFileCursor(query.sort, query.cursor)
  const beyond = sort.isDescending ? sql`<` : sql`>`
  return sql`(${sort.column}, ${files.id}) ${beyond} (${sort.bind(value)}, ${id}::uuid)`
}

function containing(text: string): string {
  return `%${text.replace(/[!%_]/g, '!$&')}%`
}
