import { z } from '@hono/zod-openapi'
import type {
  CreateAssociationsAnswer,
  CreateAssociationsBody,
  ListAssociationsAnswer,
} from 'loadline/protocol'
import { bulkAnswer, ids } from '../http/bulk.js'
import { storableText } from '../http/storable-text.js'

export const entity = {
  entityName: storableText({ min: 1, max: 255 }),
  entityReference: storableText({ min: 1, max: 255 }),
}

export const associationSchema = z
  .object({ id: z.string(), entityName: z.string(), entityReference: z.string() })
  .openapi('Association')

export const associationList = z
  .object({ associations: z.array(associationSchema).readonly() })
  .openapi('AssociationList') satisfies z.ZodType<ListAssociationsAnswer>

export const createAssociationsBody = z
  .object({ fileIds: ids, ...entity })
  .openapi('CreateAssociations') satisfies z.ZodType<CreateAssociationsBody>

export const createAssociationsAnswer = bulkAnswer
  .extend({ associations: z.array(associationSchema).readonly() })
  .openapi('CreatedAssociations') satisfies z.ZodType<CreateAssociationsAnswer>
