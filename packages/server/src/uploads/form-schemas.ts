import { z } from '@hono/zod-openapi'
import { createUploadBody, sha256 } from './upload-schemas.js'

const { name, path, contentType, category, folderId, visibility, associations, metadata } =
  createUploadBody.shape

/** In a form all is text: lists and objects come as JSON. */
function json<S extends z.ZodType>(schema: S) {
  return z
    .string()
    .transform((text, issues) => {
      try {
        return JSON.parse(text) as unknown
      } catch {
        issues.addIssue('Not JSON.')
        return z.NEVER
      }
    })
    .pipe(schema as z.ZodType<z.output<S>>)
}

/** The fields of `POST /files`; all of them before the file. */
export const uploadFields = z.strictObject({
  name,
  contentType,
  path,
  category,
  folderId,
  visibility,
  associations: json(associations.unwrap()).default([]),
  metadata: json(metadata.unwrap()).default({}),
  isDraft: z
    .enum(['true', 'false'])
    .transform((text) => text === 'true')
    .default(false),
  checksum: sha256.optional(),
})

const text = z.string().optional()

/** For the document: a form is read as it comes, by no schema of a body. */
export const uploadForm = z
  .object({
    name: text.openapi({ description: "Default: the file's own." }),
    contentType: text.openapi({ description: "Default: the file's own." }),
    path: text,
    category: text,
    folderId: text,
    visibility: z.enum(['public', 'private']).optional(),
    associations: text.openapi({ description: 'A JSON list of `entityName`, `entityReference`.' }),
    metadata: text.openapi({ description: 'A JSON object.' }),
    isDraft: z.enum(['true', 'false']).optional(),
    checksum: text.openapi({ description: 'SHA-256 that the bytes must have, base64.' }),
    file: z.string().openapi({ format: 'binary', description: 'The last part of the form.' }),
  })
  .openapi('UploadForm')
