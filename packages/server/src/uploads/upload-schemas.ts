import { z } from '@hono/zod-openapi'
import type { LookupUploadAnswer } from 'loadline/protocol'
import { entity } from '../associations/association-schemas.js'
import { fileSchema, metadataSchema } from '../files/file-schemas.js'
import { refuseJsonRecord } from '../http/json-record.js'
import { storableText } from '../http/storable-text.js'

const maxMetadataBytes = 16 * 1024
/** Of RFC 9110, parameters included: what may stand in a header. */
const mediaType =
  /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+(?:[ \t]*;[ \t]*[\w!#$&^.+-]+=(?:[\w!#$&^.+-]+|"[\w!#$&^.+ =,:/()-]*"))*$/
/** 32 bytes as base64. */
export const sha256 = z.string().regex(/^[A-Za-z0-9+/]{43}=$/)

export const clientId = z
  .uuid()
  .openapi({ description: 'The idempotency key of one upload generation.' })

const relativePath = storableText({ min: 1, max: 4096 }).refine(
  (path) => !/^(?:[\\/]|[a-z]:)|(?:^|[\\/])(?:\.|%2e){2}(?:[\\/]|$)/i.test(path),
  'A path leads down from where it starts.',
)

const metadataInput = z
  .unknown()
  .superRefine((value, issues) => {
    const refusal = refuseJsonRecord(value, maxMetadataBytes)
    if (refusal !== null) issues.addIssue(refusal)
  })
  .pipe(metadataSchema)
  .openapi({ type: 'object', additionalProperties: true })

/** Absent keys mean null, or none. */
export const createUploadBody = z
  .object({
    clientId,
    name: storableText({ min: 1, max: 1024 }).openapi({ description: 'Kept exactly as given.' }),
    path: relativePath.nullable().default(null),
    contentType: z.string().max(255).regex(mediaType),
    size: z.int().min(0).openapi({ description: 'Bytes.' }),
    preferredKinds: z.array(z.string().max(64)).max(16).readonly().default([]),
    category: storableText({ max: 255 }).nullable().default(null),
    folderId: z.string().max(255).nullable().default(null),
    visibility: z.enum(['public', 'private']).nullable().default(null),
    associations: z.array(z.object(entity)).max(100).readonly().default([]),
    metadata: metadataInput.default({}),
    isDraft: z.boolean().default(false),
    checksum: z
      .object({ algorithm: z.literal('sha-256'), value: sha256.nullable() })
      .nullable()
      .default(null),
  })
  .openapi('UploadRequest')

export type CreateUploadInput = z.output<typeof createUploadBody>

export const finalizeUploadBody = z
  .object({
    clientId,
    etag: z.string().max(1024).nullable().default(null),
    parts: z
      .array(
        z.object({
          partNumber: z.int().min(1),
          size: z.int().min(0),
          etag: z.string().max(1024).nullable(),
          checksum: z.string().max(1024).nullable(),
        }),
      )
      .max(10_000)
      .readonly()
      .default([]),
    checksum: sha256.nullable().default(null),
  })
  .openapi('FinalizeUpload')

export type FinalizeUploadInput = z.output<typeof finalizeUploadBody>

export const abandonUploadBody = z
  .object({ clientId, reason: z.enum(['cancelled', 'error']) })
  .openapi('AbandonUpload')

export const uploadParams = z.object({
  fileId: z.uuid().openapi({ param: { name: 'fileId', in: 'path' } }),
})

export const fenceHeader = z.object({
  'Upload-Fence': z
    .string()
    .regex(/^\d{1,15}$/, 'A whole number is wanted.')
    .transform(Number)
    .optional()
    .openapi({
      type: 'integer',
      minimum: 0,
      description: 'Grows with every owner of the upload; one lower than the last seen is refused.',
    }),
})

export const lookupQuery = z.strictObject({ clientId })

export const lookupAnswer = z
  .object({
    state: z.enum(['pending', 'stored', 'finalized', 'gone']).openapi({
      description:
        '`pending`: the store lacks bytes. `stored`: it has all, not finalised. `gone`: abandoned.',
    }),
    // `nullable()` of a schema with a name would ask for an object all the same.
    file: z.union([fileSchema, z.null()]),
  })
  .openapi('UploadLookup') satisfies z.ZodType<LookupUploadAnswer>
