import { z } from '@hono/zod-openapi'
import { storableText } from '../http/storable-text.js'
import { itemName } from './item-name.js'

/** Strict: what is not known cannot be changed, and must not seem to be. */
export const updateFileBody = z
  .strictObject({
    name: itemName.exactOptional(),
    folderId: z.string().max(255).nullable().exactOptional(),
    category: storableText({ max: 255 }).nullable().exactOptional(),
  })
  .openapi('UpdateFile')

export type UpdateFileInput = z.output<typeof updateFileBody>

export const setVisibilityBody = z
  .object({ visibility: z.enum(['public', 'private']) })
  .openapi('SetVisibility')

export const setStatusBody = z
  .object({ status: z.enum(['upload_pending', 'processing', 'ready', 'error', 'cancelled']) })
  .openapi('SetStatus')

export type SettableStatus = z.output<typeof setStatusBody>['status']
