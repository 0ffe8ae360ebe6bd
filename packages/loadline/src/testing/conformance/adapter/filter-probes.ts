import type { FileFilter, FileFilterKey, StoredFile } from '../../../core/index.js'
import type { AdapterKit } from './adapter-kit.js'

const dayMs = 86_400_000

/** A filter that a file passes (`null`: it says too little for one), and one that it does not. */
interface FilterProbe {
  readonly hit: FileFilter | null
  readonly miss: FileFilter
}

export const filterProbes: Record<
  FileFilterKey,
  (file: StoredFile, kit: AdapterKit) => FilterProbe
> = {
  categories: ({ category }) => ({
    hit: category && { categories: [category.key] },
    miss: { categories: ['LOADLINE_NO_SUCH_CATEGORY'] },
  }),
  statuses: ({ status }) => ({ hit: { statuses: [status] }, miss: { statuses: ['cancelled'] } }),
  visibility: ({ visibility }) => ({
    hit: visibility && { visibility },
    miss: { visibility: visibility === 'public' ? 'private' : 'public' },
  }),
  contentTypes: ({ contentType }, { features }) => {
    const isGroup = features.contentTypeFilter === 'group'
    const hit = isGroup ? `${contentType.split('/')[0]}/*` : contentType
    return {
      hit: { contentTypes: [hit] },
      miss: { contentTypes: [isGroup ? 'video/*' : 'video/x-loadline'] },
    }
  },
  folderId: ({ folderId }, { features }) => ({
    hit: folderId !== null || features.canFilterRoot ? { folderId } : null,
    miss: { folderId: 'loadline-no-such-folder' },
  }),
  entity: ({ associations }) => {
    const { entityName = 'invoice', entityReference } = associations?.[0] ?? {}
    return {
      hit:
        entityReference === undefined
          ? null
          : { entity: { name: entityName, references: [entityReference] } },
      miss: { entity: { name: entityName, references: ['loadline-no-such-reference'] } },
    }
  },
  createdBy: ({ createdBy }) => ({
    hit: createdBy && { createdBy: createdBy.id },
    miss: { createdBy: 'loadline-nobody' },
  }),
  createdAfter: ({ createdAt }) => ({
    hit: createdAt === null ? null : { createdAfter: shift(createdAt, -dayMs) },
    miss: { createdAfter: shift(createdAt, dayMs) },
  }),
  createdBefore: ({ createdAt }) => ({
    hit: createdAt === null ? null : { createdBefore: shift(createdAt, dayMs) },
    miss: { createdBefore: shift(createdAt, -dayMs) },
  }),
}

function shift(time: string | null, byMs: number): string {
  return new Date((time === null ? Date.now() : Date.parse(time)) + byMs).toISOString()
}
