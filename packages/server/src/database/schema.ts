import { sql, type SQL } from 'drizzle-orm'
import {
  bigint,
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  unique,
  uniqueIndex,
  uuid,
  type AnyPgColumn,
} from 'drizzle-orm/pg-core'
import type { GetFileAnswer } from 'loadline/protocol'

// A millisecond is what a JavaScript date holds: with PostgreSQL's microseconds a cursor would
// stand before or after the row that it was made from.
const moment = (name: string) => timestamp(name, { withTimezone: true, precision: 3, mode: 'date' })

/** Whose a row is: a user's id means something within a tenant only. */
const owned = {
  /** Empty: the one tenant of a backend that knows none. */
  tenantId: text('tenant_id').notNull().default(''),
  ownerId: text('owner_id').notNull(),
}

/** A tree for each owner. */
export const folders = pgTable(
  'folders',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    ...owned,
    name: text('name').notNull(),
    /** `foldFolderName(name)`: unique among siblings, and what they are sorted by. */
    nameKey: text('name_key').notNull(),
    /** `null`: at the root. */
    parentId: uuid('parent_id').references((): AnyPgColumn => folders.id, { onDelete: 'restrict' }),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    unique('folders_sibling_name')
      .on(table.tenantId, table.ownerId, table.parentId, table.nameKey)
      .nullsNotDistinct(),
    index('folders_parent').on(table.parentId),
  ],
)

export type FolderRow = typeof folders.$inferSelect

/** Uploads and files are one row from the first request to the last: a finalised upload *is* a file. */
export const files = pgTable(
  'files',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    clientId: text('client_id').notNull(),
    ...owned,
    ownerName: text('owner_name'),
    /** Exactly as given. */
    name: text('name').notNull(),
    /** `foldName(name)`: what is searched. */
    nameKey: text('name_key').notNull(),
    /** What is sorted by: an index takes no more than 2.7 kB. */
    nameSort: text('name_sort')
      .notNull()
      .generatedAlwaysAs(sql`left(name_key, 240)`),
    path: text('path'),
    contentType: text('content_type').notNull(),
    size: bigint('size', { mode: 'number' }).notNull(),
    status: text('status').$type<GetFileAnswer['status']>().notNull(),
    visibility: text('visibility').$type<'public' | 'private'>().notNull(),
    /** A key of the operator's configuration. */
    category: text('category'),
    /** One of the owner's. `null`: at the root. */
    folderId: uuid('folder_id').references(() => folders.id, { onDelete: 'set null' }),
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
    /** Of an object of its own; it goes with the file's. */
    thumbnailKey: text('thumbnail_key').unique(),
    /** Pixels. */
    imageWidth: integer('image_width'),
    imageHeight: integer('image_height'),
    /** Of the ticket that was given last. */
    kind: text('kind').$type<'put' | 'form' | 'multipart'>().notNull().default('put'),
    /** The store's, from the first multipart ticket on. */
    uploadId: text('upload_id'),
    /** Fixed with the first multipart ticket: a later default must not move the borders of parts. */
    partSize: bigint('part_size', { mode: 'number' }),
    /** The highest `Upload-Fence` seen. */
    fence: bigint('fence', { mode: 'number' }).notNull().default(0),
    /** Raised by every change: an answer that took long writes only where nothing came between. */
    version: bigint('version', { mode: 'number' })
      .notNull()
      .default(1)
      .$onUpdateFn((): SQL => sql`${files.version} + 1`),
    createdAt: moment('created_at').notNull(),
    updatedAt: moment('updated_at').notNull(),
    finalizedAt: moment('finalized_at'),
    /** Of the attempt that runs, or ran last. */
    processingStartedAt: moment('processing_started_at'),
    processingAttempts: integer('processing_attempts').notNull().default(0),
    /** A code, or text for people: why the status is `error`. */
    errorReason: text('error_reason'),
    /**
     * Set: a tombstone, neither listed nor read by anybody; its object goes too. It is kept so that a
     * late repetition finds its `client_id` taken.
     */
    deletedAt: moment('deleted_at'),
    /** Set: the upload has ended without a file, and its bytes go. Mostly with `deletedAt`. */
    abandonedAt: moment('abandoned_at'),
    abandonReason: text('abandon_reason').$type<'cancelled' | 'error'>(),
    objectDeletedAt: moment('object_deleted_at'),
  },
  (table) => {
    const isLive = sql`deleted_at is null`
    const { tenantId, ownerId, id } = table
    return [
      uniqueIndex('files_owner_client_id').on(tenantId, ownerId, table.clientId),
      // One for each sort of a list: of the own files, and of a tenant's.
      index('files_own_by_created').on(tenantId, ownerId, table.createdAt, id).where(isLive),
      index('files_own_by_updated').on(tenantId, ownerId, table.updatedAt, id).where(isLive),
      index('files_own_by_size').on(tenantId, ownerId, table.size, id).where(isLive),
      index('files_own_by_name').on(tenantId, ownerId, table.nameSort, id).where(isLive),
      index('files_own_by_type').on(tenantId, ownerId, table.contentType, id).where(isLive),
      index('files_own_by_status').on(tenantId, ownerId, table.status, id).where(isLive),
      index('files_own_by_visibility').on(tenantId, ownerId, table.visibility, id).where(isLive),
      index('files_by_created').on(tenantId, table.createdAt, id).where(isLive),
      index('files_by_updated').on(tenantId, table.updatedAt, id).where(isLive),
      index('files_by_size').on(tenantId, table.size, id).where(isLive),
      index('files_by_name').on(tenantId, table.nameSort, id).where(isLive),
      index('files_by_name_part').using('gin', table.nameKey.op('gin_trgm_ops')).where(isLive),
      index('files_by_folder')
        .on(table.folderId)
        .where(sql`folder_id is not null`),
      // What is to be swept, processed and cleared.
      index('files_undeleted_object')
        .on(table.updatedAt)
        .where(
          sql`object_deleted_at is null and (deleted_at is not null or abandoned_at is not null)`,
        ),
      index('files_pending')
        .on(table.createdAt)
        .where(sql`status = 'upload_pending' and deleted_at is null`),
      index('files_processing')
        .on(table.processingStartedAt)
        .where(sql`status = 'processing' and deleted_at is null`),
      index('files_draft')
        .on(table.updatedAt)
        .where(sql`is_draft and deleted_at is null`),
      check(
        'files_status',
        sql`${table.status} in ('upload_pending', 'processing', 'ready', 'error', 'cancelled')`,
      ),
      check('files_visibility', sql`${table.visibility} in ('public', 'private')`),
      check('files_kind', sql`${table.kind} in ('put', 'form', 'multipart')`),
      check('files_size', sql`${table.size} >= 0`),
    ]
  },
)

export type FileRow = typeof files.$inferSelect

/** Files of an entity of the application: of an invoice, a chat. */
export const associations = pgTable(
  'associations',
  {
    id: uuid('id').primaryKey().defaultRandom(),
    fileId: uuid('file_id')
      .notNull()
      .references(() => files.id, { onDelete: 'cascade' }),
    /** The file's. */
    tenantId: text('tenant_id').notNull().default(''),
    entityName: text('entity_name').notNull(),
    entityReference: text('entity_reference').notNull(),
    createdAt: moment('created_at').notNull(),
  },
  (table) => [
    unique('associations_file_entity').on(table.fileId, table.entityName, table.entityReference),
    index('associations_entity').on(table.entityName, table.entityReference, table.fileId),
  ],
)

export type AssociationRow = typeof associations.$inferSelect

/**
 * What an owner's live files take: to add them up takes too long. Triggers on `files` keep it, which
 * take it that a file's owner and tenant never change.
 */
export const usage = pgTable(
  'usage',
  {
    ...owned,
    fileCount: bigint('file_count', { mode: 'number' }).notNull(),
    /** Bytes. */
    totalSize: bigint('total_size', { mode: 'number' }).notNull(),
    /** Those of `fileCount` that wait for their bytes. */
    pendingCount: bigint('pending_count', { mode: 'number' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.tenantId, table.ownerId] })],
)
