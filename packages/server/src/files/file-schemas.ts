import { z } from '@hono/zod-openapi'
import type { GetFileAnswer, ListFilesAnswer } from 'loadline/protocol'
import { storableText } from '../http/storable-text.js'
import { wholeNumber } from '../http/whole-number.js'
import { sortNames } from './file-sort.js'

const statuses = [
  'upload_pending',
  'processing',
  'ready',
  'error',
  'cancelled',
  'unknown',
] as const satisfies readonly GetFileAnswer['status'][]

const visibilities = ['public', 'private'] as const
const moment = z.iso.datetime({ precision: 3 })

export const metadataSchema = z
  .custom<GetFileAnswer['metadata']>()
  .openapi({ type: 'object', additionalProperties: true })

const userSchema = z.object({
  id: z.string(),
  name: z.string().nullable(),
  avatarUrl: z.string().nullable(),
})

const categorySchema = z.object({
  id: z.string(),
  key: z.string(),
  name: z.string(),
  maxSize: z.int().nullable().openapi({ description: 'Bytes.' }),
  contentTypes: z.array(z.string()).readonly().nullable(),
  defaultVisibility: z.enum(visibilities).nullable(),
})

const associationSchema = z.object({
  id: z.string(),
  entityName: z.string(),
  entityReference: z.string(),
})

export const fileSchema = z
  .object({
    id: z.uuid(),
    clientId: z.string().nullable(),
    name: z.string(),
    contentType: z.string(),
    size: z.int().nullable().openapi({ description: 'Bytes.' }),
    status: z.enum(statuses),
    visibility: z.enum(visibilities).nullable(),
    url: z.string().nullable().openapi({ description: 'Works without headers until it expires.' }),
    urlExpiresAt: moment.nullable(),
    thumbnailUrl: z.string().nullable(),
    createdAt: moment.nullable(),
    updatedAt: moment.nullable(),
    createdBy: userSchema.nullable(),
    category: categorySchema.nullable(),
    folderId: z.string().nullable(),
    associations: z.array(associationSchema).readonly().nullable(),
    checksum: z.string().nullable().openapi({ description: 'SHA-256 of the bytes, base64.' }),
    metadata: metadataSchema,
  })
  .openapi('StoredFile') satisfies z.ZodType<GetFileAnswer>

export const fileListSchema = z
  .object({
    files: z.array(fileSchema).readonly(),
    total: z.int().openapi({ description: 'All that match, beyond this page.' }),
    nextCursor: z.string().nullable(),
  })
  .openapi('FileList') satisfies z.ZodType<ListFilesAnswer>

export const fileParams = z.object({
  id: z.uuid().openapi({ param: { name: 'id', in: 'path' } }),
})

/** Strict: a filter that is not built must be refused, or a list would show what was filtered out. */
export const listFilesQuery = z.strictObject({
  search: storableText({ max: 1024 }).optional().openapi({ description: 'A part of the name.' }),
  status: z
    .preprocess(
      (given) => (typeof given === 'string' ? [given] : given),
      z.array(z.enum(statuses)).optional(),
    )
    .openapi({ type: 'array', items: { type: 'string', enum: [...statuses] } }),
  sort: z.enum(sortNames).default('-createdAt'),
  limit: wholeNumber(1, 200).default(100),
  cursor: z.string().max(8192).optional(),
  offset: wholeNumber(0, 2_147_483_647).optional(),
})

export type ListFilesQuery = z.output<typeof listFilesQuery>
