import { z } from '@hono/zod-openapi'
import type { GetFileAnswer, ListFilesAnswer } from 'loadline/protocol'
import { associationSchema } from '../associations/association-schemas.js'
import { categorySchema } from '../categories/category-schema.js'
import { repeated, textList } from '../http/repeated.js'
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

export const fileSchema = z
  .object({
    id: z.uuid(),
    clientId: z.string().nullable(),
    name: z.string(),
    contentType: z.string(),
    size: z.int().nullable().openapi({ description: 'Bytes.' }),
    status: z.enum(statuses),
    statusReason: z.string().nullable().openapi({
      description:
        'Why the status is `error`: `processing-failed`, `upload-failed`, `infected`, `content-mismatch`, `damaged`, or a text for people.',
    }),
    visibility: z.enum(visibilities).nullable(),
    url: z.string().nullable().openapi({ description: 'Works without headers until it expires.' }),
    urlExpiresAt: moment.nullable(),
    thumbnailUrl: z.string().nullable(),
    createdAt: moment.nullable(),
    updatedAt: moment.nullable(),
    createdBy: userSchema.nullable(),
    // `nullable()` of a schema with a name would ask for an object all the same.
    category: z.union([categorySchema, z.null()]),
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

const text = (max: number) => storableText({ max })
const time = z
  .union([z.iso.datetime({ offset: true }), z.iso.date()])
  .transform((given) => new Date(given))
  .refine((date) => date.getTime() >= Date.UTC(1, 0), 'PostgreSQL knows no year 0.')
  .openapi({ type: 'string', format: 'date-time', description: 'ISO 8601, or a date alone.' })

/** Strict: a filter that is not known must be refused, or a list would show what was filtered out. */
export const listFilesQuery = z.strictObject({
  search: text(1024).optional().openapi({ description: 'A part of the name.' }),
  id: repeated(text(255)).openapi(textList('Any of them.')),
  category: repeated(text(255)).openapi(textList('Keys; any of them.')),
  status: repeated(z.enum(statuses)).openapi(
    textList('Default: all but `upload_pending`.', statuses),
  ),
  visibility: z.enum(visibilities).optional(),
  contentType: repeated(text(255)).openapi(textList('Any of them; `image/*` is a group.')),
  folderId: text(255).optional().openapi({ description: 'Empty: the root.' }),
  entityName: text(255).optional(),
  entityReference: repeated(text(255)).openapi(textList('Any of them; only with `entityName`.')),
  createdBy: text(255).optional().openapi({ description: "A user's id." }),
  createdAfter: time.optional(),
  createdBefore: time.optional(),
  sort: z.enum(sortNames).default('-createdAt'),
  limit: wholeNumber(1, 200).default(100),
  cursor: z.string().max(8192).optional(),
  offset: wholeNumber(0, 2_147_483_647).optional(),
})

export type ListFilesQuery = z.output<typeof listFilesQuery>
