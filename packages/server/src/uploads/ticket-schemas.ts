import { z } from '@hono/zod-openapi'
import type { CreateUploadAnswer } from 'loadline/protocol'

const base = {
  clientId: z.uuid(),
  fileId: z.uuid(),
  expiresAt: z.iso.datetime({ precision: 3 }),
  serverTime: z.iso.datetime({ precision: 3 }),
  maxSize: z.int().nullable(),
}

export const headersSchema = z.record(z.string(), z.string())

const putTicket = z
  .object({ kind: z.literal('put'), ...base, url: z.string(), headers: headersSchema })
  .openapi('PutTicket')

const formTicket = z
  .object({
    kind: z.literal('form'),
    ...base,
    url: z.string(),
    fields: z.array(z.tuple([z.string(), z.string()])).openapi({
      description: 'Names and values, sent unchanged and in this order, the file after them.',
    }),
    fileField: z.string(),
    headers: headersSchema,
  })
  .openapi('FormTicket')

const multipartTicket = z
  .object({
    kind: z.literal('multipart'),
    ...base,
    uploadId: z.string(),
    partSize: z.int().openapi({ description: 'Bytes of every part but the last.' }),
    partCount: z.int(),
  })
  .openapi('MultipartTicket')

export const ticketSchema = z.discriminatedUnion('kind', [putTicket, formTicket, multipartTicket])

export type Ticket = z.output<typeof ticketSchema>

export const createUploadAnswer = z
  .object({ ticket: ticketSchema })
  .openapi('UploadTicketAnswer') satisfies z.ZodType<CreateUploadAnswer>
