import { check, checkEqual } from '../check.js'
import type { AdapterCase } from './adapter-case.js'
import type { AdapterKit } from './adapter-kit.js'
import { checkBulk } from './check-bulk.js'

const needs = ['createUpload', 'finalizeUpload'] as const

async function someKey(kit: AdapterKit): Promise<string> {
  const [first] = await kit.call('listCategories')(kit.context)
  check(first !== undefined, 'There is no category to try it with: give the backend one')
  return first.key
}

async function setCategory(kit: AdapterKit, id: string, key: string | null): Promise<void> {
  const result = await kit.call('setCategory')([id], key, kit.context)
  checkBulk(result, [id])
  checkEqual(result.done, [id], 'what was changed')
  const seen = await kit.call('getFile')(id, kit.context)
  checkEqual(seen.category?.key ?? null, key, 'the category afterwards')
}

export const categoryCases: readonly AdapterCase[] = [
  {
    name: 'lists categories, each key once',
    needs: ['listCategories'],
    async run(kit) {
      const keys = (await kit.call('listCategories')(kit.context)).map(({ key }) => key)
      checkEqual(new Set(keys).size, keys.length, 'the number of keys')
    },
  },
  {
    name: 'keeps the category of an upload',
    needs: [...needs, 'listCategories'],
    async run(kit) {
      const key = await someKey(kit)
      const { category } = await kit.upload({ request: { category: key } })
      checkEqual(category?.key, key, 'the category')
    },
    lacking: {
      when: ({ uploadFields }) => !uploadFields.includes('category'),
      run: async (kit) => void (await kit.upload()),
    },
  },
  {
    name: 'gives files a category',
    needs: [...needs, 'setCategory', 'listCategories', 'getFile'],
    async run(kit) {
      const { id } = await kit.upload()
      await setCategory(kit, id, await someKey(kit))
    },
  },
  {
    name: 'takes the category of files away',
    needs: [...needs, 'setCategory', 'getFile'],
    run: async (kit) => setCategory(kit, (await kit.upload()).id, null),
    lacking: {
      when: ({ requiredUploadFields }) => requiredUploadFields.includes('category'),
      run: async (kit) => void (await kit.upload()),
    },
  },
  {
    name: 'counts an upload in the limits, where it counts',
    needs: [...needs, 'getLimits'],
    async run(kit) {
      const before = await kit.call('getLimits')(kit.context)
      await kit.upload({ size: 100 })
      const after = await kit.call('getLimits')(kit.context)
      if (before.usedFiles !== null) {
        checkEqual(after.usedFiles, before.usedFiles + 1, 'the number of files')
      }
      if (before.usedSize !== null) {
        checkEqual(after.usedSize, before.usedSize + 100, 'the bytes in use')
      }
    },
  },
]
