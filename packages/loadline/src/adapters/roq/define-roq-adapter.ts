import { defineAdapter, type FileAdapter, type OptionalMethods } from '../../core/index.js'
import { RoqCategories } from './categories.js'
import { changeMethods } from './change-methods.js'
import { sortKeys } from './file-variables.js'
import { roqMutations, type RoqApiVersion } from './operations.js'
import { readMethods } from './read-methods.js'
import type { RoqClient } from './roq-client.js'
import { uploadMethods } from './upload-methods.js'

export interface RoqParts {
  readonly client: RoqClient
  readonly apiVersion: RoqApiVersion
  readonly defaultCategory: string | undefined
  readonly cacheKey: string
  readonly apiOrigins: readonly string[]
  /** Without them files cannot be associated. */
  readonly associations:
    | Required<Pick<OptionalMethods, 'createAssociations' | 'deleteAssociations'>>
    | undefined
}

/** What pages and servers have in common. */
export function defineRoqAdapter(parts: RoqParts): FileAdapter {
  const { client, apiVersion, defaultCategory, cacheKey, apiOrigins, associations } = parts
  const mutations = roqMutations[apiVersion]
  const categories = new RoqCategories(client)
  const { createAssociations } = associations ?? {}
  return defineAdapter({
    name: 'roq',
    features: {
      cacheKey,
      apiOrigins,
      ticketKinds: ['form'],
      uploadFields: ['category', 'visibility', ...(associations ? ['associations' as const] : [])],
      requiredUploadFields: defaultCategory === undefined ? ['category'] : [],
      finalizeIsIdempotent: true,
      canUndoFinalize: true,
      sortKeys,
      filters: [
        'categories',
        'statuses',
        'visibility',
        'contentTypes',
        'entity',
        'createdBy',
        'createdAfter',
        'createdBefore',
      ],
      search: 'server',
      contentTypeFilter: 'exact',
      canSkip: true,
    },
    ...uploadMethods({ client, mutations, categories, defaultCategory, createAssociations }),
    ...readMethods(client),
    ...changeMethods(client, mutations),
    ...associations,
    listCategories: (ctx) => categories.list(ctx),
  })
}
