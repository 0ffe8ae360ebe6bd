import type { FileFilter, FileFilterKey, StoredFile } from '../../../core/index.js'
import { check, checkEqual, checkError, checkRejects } from '../check.js'
import type { AdapterCase } from './adapter-case.js'
import type { AdapterKit } from './adapter-kit.js'
import { filterProbes } from './filter-probes.js'
import { uploadWhole } from './upload-whole.js'

const needs = ['createUpload', 'finalizeUpload', 'listFiles'] as const

/** Of a value that it does not know a backend may also say that it is wrong. */
async function checkMisses(kit: AdapterKit, file: StoredFile, filter: FileFilter): Promise<void> {
  const ids = await kit.ids(filter).catch((thrown: unknown) => {
    checkError(thrown, ['validation', 'not-found'], 'the filter')
    return [] as readonly string[]
  })
  check(!ids.includes(file.id), `a file came through ${JSON.stringify(filter)}`)
}

async function checkHits(kit: AdapterKit, file: StoredFile, filter: FileFilter): Promise<void> {
  const isFound = (await kit.ids(filter)).includes(file.id)
  check(isFound, `${JSON.stringify(filter)} does not find the file`)
}

const filterKeys = Object.keys(filterProbes) as FileFilterKey[]

const byKey = filterKeys.map((key): AdapterCase => ({
  name: `filters by ${key}`,
  needs,
  async run(kit) {
    const file = await uploadWhole(kit)
    const { hit, miss } = filterProbes[key](file, kit)
    if (hit !== null) await checkHits(kit, file, hit)
    await checkMisses(kit, file, miss)
  },
  lacking: {
    when: ({ filters }) => !filters.includes(key),
    async run(kit) {
      const { miss } = filterProbes[key](await kit.upload(), kit)
      const listed = kit.call('listFiles')({ limit: 1, filter: miss }, kit.context)
      await checkRejects(listed, ['unsupported'], `a filter by ${key}`)
    },
  },
}))

/** A file must pass both: what fits one alone is not shown. */
const inPairs = filterKeys.map((key): AdapterCase => ({
  name: `filters by ${key} together with each other key`,
  needs,
  async run(kit) {
    const file = await uploadWhole(kit)
    const { hit } = filterProbes[key](file, kit)
    if (hit === null) return
    for (const other of kit.features.filters.filter((one) => one !== key)) {
      const probe = filterProbes[other](file, kit)
      if (probe.hit !== null) await checkHits(kit, file, { ...hit, ...probe.hit })
      await checkMisses(kit, file, { ...hit, ...probe.miss })
      await checkMisses(kit, file, { ...probe.miss, ...hit })
    }
  },
  lacking: {
    when: ({ filters }) => !filters.includes(key),
    async run(kit) {
      const file = await kit.upload()
      const { miss } = filterProbes[key](file, kit)
      const [first] = kit.features.filters
      const filter = first === undefined ? miss : { ...filterProbes[first](file, kit).hit, ...miss }
      const listed = kit.call('listFiles')({ limit: 1, filter }, kit.context)
      await checkRejects(listed, ['unsupported'], `filters with one by ${key}`)
    },
  },
}))

export const filterCases: readonly AdapterCase[] = [
  ...byKey,
  ...inPairs,
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
    name: 'finds files of any of several values',
    needs,
    async run(kit) {
      const image = await kit.upload({ name: 'a.png', type: 'image/png' })
      const text = await kit.upload({ name: 'a.txt', type: 'text/plain' })
      const other = await kit.upload({ name: 'a.zip', type: 'application/zip' })
      const isGroup = kit.features.contentTypeFilter === 'group'
      const wanted = isGroup ? ['image/*', 'text/*'] : ['image/png', 'text/plain']
      const ids = await kit.ids({ contentTypes: wanted })
      check(ids.includes(image.id) && ids.includes(text.id), 'it did not find both')
      check(!ids.includes(other.id), 'it found a third')
    },
    lacking: {
      when: ({ filters }) => !filters.includes('contentTypes'),
      run: async (kit) => void (await kit.ids()),
    },
  },
  {
    name: 'finds nothing that is any of no values',
    needs,
    async run(kit) {
      await kit.upload()
      for (const key of ['categories', 'statuses', 'contentTypes'] as const) {
        if (!kit.features.filters.includes(key)) continue
        checkEqual(await kit.ids({ [key]: [] }), [], `the files of no ${key}`)
      }
    },
  },
  {
    name: 'finds files of an entity, whatever its reference',
    needs,
    async run(kit) {
      const entityName = `entity-${crypto.randomUUID()}`
      const associations = [{ entityName, entityReference: '7' }]
      const file = await kit.upload({ request: { associations } })
      await kit.upload()
      checkEqual(await kit.ids({ entity: { name: entityName } }), [file.id], 'the files')
      const both = { name: entityName, references: ['6', '7'] }
      checkEqual(await kit.ids({ entity: both }), [file.id], 'the files of two references')
    },
    lacking: {
      when: ({ filters, uploadFields }) =>
        !filters.includes('entity') || !uploadFields.includes('associations'),
      run: async (kit) => void (await kit.ids()),
    },
  },
]
