import { and, eq, exists, gt, inArray, isNull, lt, ne, or, sql, type SQL } from 'drizzle-orm'
import { associations, files } from '../database/schema.js'
import { isUuid, uuidsOf } from '../http/uuid.js'
import type { User } from '../identity/identify.js'
import type { ServerContext } from '../server-context.js'
import { readableFiles } from './file-access.js'
import type { ListFilesQuery } from './file-schemas.js'
import { foldName } from './fold-name.js'

const nothing = sql`false`
/** Without parameters, as `text/plain; charset=utf-8` has them. */
const essence = sql`rtrim(split_part(lower(${files.contentType}), ';', 1))`

/** What the user may see, and asks for: a filter given must hold. */
export function matchingRows(
  context: ServerContext,
  user: User,
  query: ListFilesQuery,
): SQL | undefined {
  const { id, search, category, status, visibility, contentType, folderId } = query
  const { createdBy, createdAfter, createdBefore } = query
  return and(
    readableFiles(user),
    status === undefined ? ne(files.status, 'upload_pending') : inArray(files.status, status),
    id && inArray(files.id, uuidsOf(id)),
    search ? matchesName(search) : undefined,
    category && inArray(files.category, category),
    visibility && eq(files.visibility, visibility),
    contentType && or(...contentType.map(matchesType)),
    folderId === undefined ? undefined : isIn(folderId),
    entityOf(context, query),
    createdBy === undefined ? undefined : eq(files.ownerId, createdBy),
    createdAfter && gt(files.createdAt, createdAfter),
    createdBefore && lt(files.createdAt, createdBefore),
  )
}

function matchesName(search: string): SQL {
  return sql`${files.nameKey} like ${containing(foldName(search))} escape '!'`
}

function containing(text: string): string {
  return `%${literally(text)}%`
}

function literally(text: string): string {
  return text.replace(/[!%_]/g, '!$&')
}

function matchesType(wanted: string): SQL {
  const type = wanted.trim().toLowerCase()
  if (type === '*/*') return sql`true`
  if (!type.endsWith('/*')) return sql`${essence} = ${type}`
  return sql`${essence} like ${`${literally(type.slice(0, -1))}%`} escape '!'`
}

function isIn(folderId: string): SQL {
  if (folderId === '') return isNull(files.folderId)
  return isUuid(folderId) ? eq(files.folderId, folderId) : nothing
}

function entityOf({ db }: ServerContext, query: ListFilesQuery): SQL | undefined {
  const { entityName, entityReference } = query
  if (entityName === undefined) return undefined
  return exists(
    db
      .select({ one: sql`1` })
      .from(associations)
      .where(
        and(
          eq(associations.fileId, files.id),
          eq(associations.entityName, entityName),
          entityReference && inArray(associations.entityReference, entityReference),
        ),
      ),
  )
}
