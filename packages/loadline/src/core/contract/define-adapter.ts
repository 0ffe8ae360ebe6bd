import type {
  AdapterDefinition,
  AdapterFeatures,
  AdapterMethod,
  FileAdapter,
  OptionalMethods,
} from './adapter.js'

const cautious: Omit<AdapterFeatures, 'cacheKey'> = {
  apiOrigins: [],
  ticketKinds: ['put'],
  maxFilesPerBatch: 50,
  uploadFields: [],
  requiredUploadFields: [],
  createIsIdempotent: false,
  finalizeIsIdempotent: false,
  storeIsIdempotent: true,
  canUndoFinalize: false,
  lookAhead: false,
  sortKeys: [],
  filters: [],
  search: false,
  contentTypeFilter: 'exact',
  canFilterRoot: false,
  maxPageSize: 100,
  canSkip: false,
}

/**
 * Fills the features that a definition leaves out with the cautious answer.
 * @throws TypeError where only one of `createUpload` and `finalizeUpload` is given.
 */
export function defineAdapter(definition: AdapterDefinition): FileAdapter {
  if ((definition.createUpload === undefined) !== (definition.finalizeUpload === undefined)) {
    throw new TypeError(
      `The adapter "${definition.name}" has one of createUpload and finalizeUpload. Give both, or neither.`,
    )
  }
  const given = Object.fromEntries(
    Object.entries(definition.features ?? {}).filter(([, value]) => value !== undefined),
  )
  return { ...definition, features: { cacheKey: definition.name, ...cautious, ...given } }
}

/** Narrows to an adapter that has these methods: the only way to ask what a backend can do. */
export function supports<K extends AdapterMethod>(
  adapter: FileAdapter,
  ...methods: readonly K[]
): adapter is FileAdapter & Pick<OptionalMethods, K> {
  return methods.every((method) => typeof adapter[method] === 'function')
}
