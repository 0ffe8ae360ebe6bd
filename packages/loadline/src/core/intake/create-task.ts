import { UploadError } from '../contract/index.js'
import type {
  AddOptions,
  AdapterFeatures,
  CollectedFile,
  TicketKind,
  UploadField,
  UploadRequest,
  UploadTask,
} from '../contract/index.js'
import { uuid } from '../uuid.js'
import { contentTypeOf } from './content-type.js'

const optionFields = [
  ['category', 'category'],
  ['folderId', 'folderId'],
  ['visibility', 'visibility'],
  ['associations', 'associations'],
  ['metadata', 'metadata'],
  ['isDraft', 'draft'],
] as const satisfies readonly (readonly [keyof AddOptions, UploadField])[]

/** Shared, since most uploads have none. */
const noAssociations = Object.freeze([])
const noMetadata = Object.freeze({})

/** @throws UploadError `unsupported` where the adapter lacks a field that was given, or wants one that was not. */
export function assertUploadFields(
  adapterName: string,
  features: AdapterFeatures,
  options: AddOptions,
): void {
  for (const [option, field] of optionFields) {
    const isGiven = options[option] !== undefined && options[option] !== null
    if (isGiven && options[option] !== false && !features.uploadFields.includes(field)) {
      throw unsupported(
        `The adapter "${adapterName}" cannot store "${option}" with an upload. Leave it out.`,
        field,
      )
    }
    if (!isGiven && features.requiredUploadFields.includes(field)) {
      throw unsupported(`The adapter "${adapterName}" needs "${option}" with each upload.`, field)
    }
  }
}

/** A new task at the start of its first generation. */
export function createTask(
  { file, path }: CollectedFile,
  options: AddOptions,
  features: AdapterFeatures,
  preferredKinds: readonly TicketKind[],
  addedAt: number,
  isHeld = false,
): UploadTask {
  const clientId = uuid()
  const { name, size } = file
  const contentType = contentTypeOf(file)
  const request: UploadRequest = {
    clientId,
    name,
    path: features.uploadFields.includes('path') ? path : null,
    contentType,
    size,
    preferredKinds,
    category: options.category ?? null,
    folderId: options.folderId ?? null,
    visibility: options.visibility ?? null,
    associations: options.associations ?? noAssociations,
    metadata: options.metadata ?? noMetadata,
    isDraft: options.isDraft ?? false,
    checksum: null,
  }
  return {
    // Of the first generation: it stays, and a second UUID would be a tenth of the cost of adding a file.
    id: clientId,
    clientId,
    generation: 1,
    fileId: null,
    name,
    path,
    size,
    contentType,
    scope: options.scope ?? null,
    request,
    sentBytes: 0,
    confirmedBytes: 0,
    epoch: 0,
    addedAt,
    canPause: true,
    canCancel: true,
    canRetry: false,
    status: 'queued',
    isHeld,
  }
}

function unsupported(message: string, field: UploadField): UploadError {
  return new UploadError('unsupported', { message, details: { field } })
}
