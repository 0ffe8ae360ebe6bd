import type { AddOptions, FileAdapter, UploadField } from '../../core/index.js'

const optionOf = {
  category: 'category',
  folderId: 'folderId',
  visibility: 'visibility',
  associations: 'associations',
  metadata: 'metadata',
  draft: 'isDraft',
} as const satisfies Partial<Record<UploadField, keyof AddOptions>>

/** What is wrong with a component's upload options, for developers; `null`: nothing. Adding files would throw. */
export function uploadFieldsNote(adapter: FileAdapter, options: AddOptions): string | null {
  const { uploadFields, requiredUploadFields } = adapter.features
  const fields = Object.keys(optionOf) as (keyof typeof optionOf)[]
  const isGiven = (field: keyof typeof optionOf) => {
    const value = options[optionOf[field]]
    return value !== undefined && value !== null && value !== false
  }
  const refused = fields.find((field) => isGiven(field) && !uploadFields.includes(field))
  if (refused !== undefined) {
    return `the adapter "${adapter.name}" cannot store \`${optionOf[refused]}\` with an upload. Leave it out.`
  }
  const needed = fields.find((field) => !isGiven(field) && requiredUploadFields.includes(field))
  if (needed !== undefined) {
    return `the adapter "${adapter.name}" needs \`${optionOf[needed]}\` with each upload.`
  }
  return null
}
