import { z } from '@hono/zod-openapi'
import type {
  AbandonUploadsAnswer,
  CreateUploadsAnswer,
  FinalizeUploadsAnswer,
} from 'loadline/protocol'
import { fileSchema } from '../files/file-schemas.js'
import { problemSchema } from '../http/answers.js'
import { ticketSchema } from './ticket-schemas.js'
import {
  abandonUploadBody,
  clientId,
  finalizeUploadBody,
  type createUploadBody,
} from './upload-schemas.js'

const maxBatchItems = 100

/**
 * Items are checked one by one when their turn comes: a wrong one must not sink the others. The
 * document names their schema, which `createBatchRoutes` registers.
 */
const batchOf = <S extends z.ZodType>(name: string) =>
  z
    .array(
      z
        .custom<z.input<S>>(() => true)
        .openapi({ type: 'object', allOf: [{ $ref: `#/components/schemas/${name}` }] }),
    )
    .max(maxBatchItems)
    .readonly()

const refused = z.object({ error: problemSchema })

export const createUploadsBody = z
  .object({ uploads: batchOf<typeof createUploadBody>('UploadRequest') })
  .openapi('UploadRequests')
export const createUploadsAnswer = z
  .object({ results: z.array(z.union([z.object({ ticket: ticketSchema }), refused])).readonly() })
  .openapi('UploadTickets') satisfies z.ZodType<CreateUploadsAnswer>

export const finalizeUploadItem = finalizeUploadBody.extend({ fileId: z.uuid() })
export const finalizeUploadsBody = z
  .object({ uploads: batchOf<typeof finalizeUploadItem>('FinalizeUploadItem') })
  .openapi('FinalizeUploads')
export const finalizeUploadsAnswer = z
  .object({ results: z.array(z.union([z.object({ file: fileSchema }), refused])).readonly() })
  .openapi('FinalizedUploads') satisfies z.ZodType<FinalizeUploadsAnswer>

export const abandonUploadItem = z.object({ clientId, fileId: z.uuid().nullable().default(null) })
export const abandonUploadsBody = z
  .object({
    uploads: batchOf<typeof abandonUploadItem>('AbandonUploadItem'),
    reason: abandonUploadBody.shape.reason,
  })
  .openapi('AbandonUploads')
export const abandonUploadsAnswer = z
  .object({ results: z.array(z.union([refused, z.strictObject({})])).readonly() })
  .openapi('AbandonedUploads') satisfies z.ZodType<AbandonUploadsAnswer>
