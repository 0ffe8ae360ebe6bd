import type { FileFilter, FileFilterKey, StoredFile } from '../../../core/index.js'
import { check, checkError, checkRejects } from '../check.js'
import type { AdapterCase } from './adapter-case.js'
import type { AdapterKit } from './adapter-kit.js'

const needs = ['createUpload', 'finalizeUpload', 'listFiles'] as const
const dayMs = 86_400_000

/** A filter that a file passes (`null`: it says too little for one), and one that it does not. */
interface FilterProbe {
  readonly hit: FileFilter | null
  readonly miss: FileFilter
}

const probes: Record<FileFilterKey, (file: StoredFile, kit: AdapterKit) => FilterProbe> = {
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

/** Of a value that it does not know a backend may also say that it is wrong. */
async function checkMisses(kit: AdapterKit, file: StoredFile, filter: FileFilter): Promise<void> {
  const ids = await kit.ids(filter).catch((thrown: unknown) => {
    checkError(thrown, ['validation', 'not-found'], 'the filter')
    return [] as readonly string[]
  })
  check(!ids.includes(file.id), `a file came through ${JSON.stringify(filter)}`)
}

const byKey = (Object.keys(probes) as FileFilterKey[]).map((key): AdapterCase => ({
  name: `filters by ${key}`,
  needs,
  async run(kit) {
    const canAssociate = kit.features.uploadFields.includes('associations')
    const associations = [{ entityName: 'invoice', entityReference: '7' }]
    const file = await kit.upload(canAssociate ? { request: { associations } } : {})
    const { hit, miss } = probes[key](file, kit)
    if (hit !== null) {
      const isFound = (await kit.ids(hit)).includes(file.id)
      check(isFound, `${JSON.stringify(hit)} does not find the file`)
    }
    await checkMisses(kit, file, miss)
  },
  lacking: {
    when: ({ filters }) => !filters.includes(key),
    async run(kit) {
      const { miss } = probes[key](await kit.upload(), kit)
      const listed = kit.call('listFiles')({ limit: 1, filter: miss }, kit.context)
      await checkRejects(listed, ['unsupported'], `a filter by ${key}`)
    },
  },
}))

export const filterCases: readonly AdapterCase[] = [
  ...byKey,
  {
    name: 'filters by a group of content types',
    needs,
    async run(kit) {
      const image = await kit.upload({ name: 'a.png', type: 'image/png' })
      const text = await kit.upload({ name: 'a.txt', type: 'text/plain' })
      const ids = await kit.ids({ contentTypes: ['image/*'] })
      check(ids.includes(image.id), 'it did not find the image')
      check(!ids.includes(text.id), 'it found a text')
    },
    lacking: {
      when: ({ filters, contentTypeFilter }) =>
        !filters.includes('contentTypes') || contentTypeFilter === 'exact',
      async run(kit) {
        const filter = { contentTypes: ['image/*'] }
        const listed = kit.call('listFiles')({ limit: 1, filter }, kit.context)
        await checkRejects(listed, ['unsupported'], 'a filter by a group of content types')
      },
    },
  },
  {
    name: 'finds nothing that passes only one of two filters',
    needs,
    async run(kit) {
      const file = await kit.upload()
      const { miss } = probes.createdAfter(file, kit)
      await checkMisses(kit, file, { statuses: [file.status], ...miss })
    },
    lacking: {
      when: ({ filters }) => !filters.includes('statuses') || !filters.includes('createdAfter'),
      run: async (kit) => void (await kit.ids()),
    },
  },
]
