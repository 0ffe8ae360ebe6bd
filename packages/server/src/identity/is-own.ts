import { and, eq, sql, type SQL } from 'drizzle-orm'
import type { PgColumn } from 'drizzle-orm/pg-core'
import type { User } from './identify.js'

interface OwnedTable {
  readonly tenantId: PgColumn
  readonly ownerId: PgColumn
}

export function isOwn(table: OwnedTable, user: Pick<User, 'id' | 'tenantId'>): SQL {
  return sql`(${eq(table.tenantId, user.tenantId)} and ${eq(table.ownerId, user.id)})`
}

/** What the user may change; see `accessLevels`. `undefined`: everything. */
export function isManaged(table: OwnedTable, user: User): SQL | undefined {
  return user.access === 'all' ? undefined : isOwn(table, user)
}

/**
 * What the user may read; see `accessLevels`. `undefined`: everything.
 * @param isPublic Which rows everybody of the tenant may read.
 */
export function isReadable(table: OwnedTable, user: User, isPublic: SQL): SQL | undefined {
  if (user.access === 'all') return undefined
  if (user.access === 'own') return isOwn(table, user)
  const isOfTenant = eq(table.tenantId, user.tenantId)
  if (user.access === 'tenant') return isOfTenant
  return and(isOfTenant, sql`(${eq(table.ownerId, user.id)} or ${isPublic})`)
}
