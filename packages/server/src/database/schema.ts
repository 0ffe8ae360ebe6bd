import { sql } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  jsonb,
  pgTable,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import type { GetFileAnswer } from 'loadline/protocol'

// A millisecond is what a JavaScript date holds: with PostgreSQL's microseconds a cursor would
// stand before or after the row that it was made from.
const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })

/** Uploads and files are one row from the first request to the last: a finalised upload *is* a file. */
export const files = pgTable(
  'files',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    clientId: text('client_id').notNull(),
    ownerId: text('owner_id').notNull(),
    ownerName: text('owner_name'),
    /** Exactly as given. */
    name: text('name').notNull(),
    /** `foldName(name)`: what is searched and sorted by. */
    nameKey: text('name_key').notNull(),
    path: text('path'),
    contentType: text('content_type').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    status: text('status').$type<GetFileAnswer['status']>().notNull(),
    visibility: text('visibility').$type<'public' | 'private'>().notNull(),
    /** A key of the operator's configuration. */
    category: text('category'),
    isDraft: boolean('is_draft').notNull(),
    metadata: jsonb('metadata').$type<GetFileAnswer['metadata']>().notNull(),
    /** What the client said the bytes would hash to. */
    declaredChecksum: text('declared_checksum'),
    /** SHA-256 of the stored bytes, base64. */
    checksum: text('checksum'),
    etag: text('etag'),
    /** Tells a repeated request from another one under the same `client_id`. */
    requestDigest: text('request_digest').notNull(),
    objectKey: text('object_key').notNull().unique(),
    /** Of the ticket that was given last. */
    kind: text('kind').$type<'put' | 'form' | 'multipart'>().notNull().default('put'),
    /** The store's, from the first multipart ticket on. */
    uploadId: text('upload_id'),
    /** Fixed with the first multipart ticket: a later default must not move the borders of parts. */
    partSize: bigint('part_size', { mode: 'number' }),
    /** The highest `Upload-Fence` seen. */
    fence: bigint('fence', { mode: 'number' }).notNull().default(0),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    finalizedAt: moment('finalized_at'),
    /** Set: a tombstone, kept so that a late repetition finds its `client_id` taken. */
    abandonedAt: moment('abandoned_at'),
    abandonReason: text('abandon_reason').$type<'cancelled' | 'error'>(),
    objectDeletedAt: moment('object_deleted_at'),
  },
  (table) => [
    uniqueIndex('files_owner_client').on(table.ownerId, table.clientId),
    index('files_owner_created').on(table.ownerId, table.createdAt, table.id),
    index('files_owner_updated').on(table.ownerId, table.updatedAt, table.id),
    index('files_owner_size').on(table.ownerId, table.size, table.id),
    index('files_undeleted_objects')
      .on(table.abandonedAt)
      .where(sql`abandoned_at is not null and object_deleted_at is null`),
    check(
      'files_status',
      sql`${table.status} in ('upload_pending', 'processing', 'ready', 'error', 'cancelled')`,
    ),
    check('files_visibility', sql`${table.visibility} in ('public', 'private')`),
    check('files_kind', sql`${table.kind} in ('put', 'form', 'multipart')`),
    check('files_size', sql`${table.size} >= 0`),
  ],
)

export type FileRow = typeof files.$inferSelect
