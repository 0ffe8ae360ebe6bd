import { z } from '@hono/zod-openapi'
import type { ListPartsAnswer, SignPartsAnswer } from 'loadline/protocol'
import { wholeNumber } from '../http/whole-number.js'
import { pageSize } from './stored-parts.js'
import { headersSchema } from './ticket-schemas.js'
import { sha256 } from './upload-schemas.js'

const partNumber = z.int().min(1).max(10_000)

export const signPartsBody = z
  .object({
    parts: z
      .array(
        z.object({
          partNumber,
          size: z.int().min(1).openapi({ description: 'Bytes, as the plan of the ticket has it.' }),
          checksum: sha256.optional(),
        }),
      )
      .min(1)
      .max(1000)
      .readonly(),
  })
  .openapi('SignParts')

export type SignPartsInput = z.output<typeof signPartsBody>

export const signPartsAnswer = z
  .object({
    parts: z.array(z.object({ partNumber, url: z.string(), headers: headersSchema })).readonly(),
  })
  .openapi('SignedParts') satisfies z.ZodType<SignPartsAnswer>

export const listPartsQuery = z.strictObject({
  from: wholeNumber(1, 10_000).default(1).openapi({ description: '`nextPartNumber`.' }),
  limit: wholeNumber(1, pageSize).default(pageSize),
})

export type ListPartsQuery = z.output<typeof listPartsQuery>

export const listPartsAnswer = z
  .object({
    parts: z
      .array(
        z.object({
          partNumber,
          size: z.int(),
          etag: z.string().nullable(),
          checksum: z.string().nullable(),
        }),
      )
      .readonly(),
    nextPartNumber: z.int().nullable(),
  })
  .openapi('UploadedParts') satisfies z.ZodType<ListPartsAnswer>
