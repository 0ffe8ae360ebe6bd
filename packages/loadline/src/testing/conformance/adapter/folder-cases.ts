import { check, checkEqual, checkRejects } from '../check.js'
import type { AdapterCase } from './adapter-case.js'
import type { AdapterKit } from './adapter-kit.js'
import { checkBulk } from './file-cases.js'

const needs = ['createUpload', 'finalizeUpload'] as const
const folderNeeds = ['createFolder', 'listFolders'] as const
const unknownId = 'loadline-no-such-file'

async function makeFolder(kit: AdapterKit, parentId: string | null = null) {
  const name = `folder ${crypto.randomUUID().slice(0, 8)}`
  return kit.call('createFolder')({ name, parentId }, kit.context)
}

const folderCasesAlone: readonly AdapterCase[] = [
  {
    name: 'makes folders inside of folders',
    needs: folderNeeds,
    async run(kit) {
      const outer = await makeFolder(kit)
      const inner = await makeFolder(kit, outer.id)
      const found = await kit.call('listFolders')(outer.id, kit.context)
      checkEqual(
        found.map(({ id }) => id),
        [inner.id],
        'the folders inside',
      )
      checkEqual(
        found[0]?.path.map(({ id }) => id),
        [outer.id, inner.id],
        'the path, from the root to the folder itself',
      )
      const roots = await kit.call('listFolders')(null, kit.context)
      check(
        roots.some(({ id }) => id === outer.id) && roots.every(({ id }) => id !== inner.id),
        'the root holds the outer folder alone',
      )
    },
  },
  {
    name: 'moves files into a folder, and back to the root',
    needs: [...needs, ...folderNeeds, 'moveFiles', 'getFile'],
    async run(kit) {
      const folder = await makeFolder(kit)
      const { id } = await kit.upload()
      for (const folderId of [folder.id, null]) {
        const ids = [id, unknownId]
        const result = await kit.call('moveFiles')(ids, folderId, kit.context)
        checkBulk(result, ids)
        checkEqual(result.done, [id], 'the files that were moved')
        const file = await kit.call('getFile')(id, kit.context)
        checkEqual(file.folderId, folderId, 'the folder afterwards')
      }
    },
  },
  {
    name: 'uploads into a folder',
    needs: [...needs, ...folderNeeds],
    async run(kit) {
      const { id } = await makeFolder(kit)
      checkEqual((await kit.upload({ request: { folderId: id } })).folderId, id, 'the folder')
    },
    lacking: {
      when: ({ uploadFields }) => !uploadFields.includes('folderId'),
      run: async (kit) => void (await makeFolder(kit)),
    },
  },
  {
    name: 'deletes an empty folder, and none that holds a file',
    needs: [...needs, ...folderNeeds, 'deleteFolders', 'moveFiles'],
    async run(kit) {
      const [empty, full] = [await makeFolder(kit), await makeFolder(kit)]
      const { id } = await kit.upload()
      await kit.call('moveFiles')([id], full.id, kit.context)
      const ids = [empty.id, full.id]
      const result = await kit.call('deleteFolders')(ids, kit.context)
      checkBulk(result, ids)
      checkEqual(result.done, [empty.id], 'the folders that were deleted')
      const folders = await kit.call('listFolders')(null, kit.context)
      const left = new Set(folders.map((folder) => folder.id))
      check(left.has(full.id) && !left.has(empty.id), 'the folders that are left')
    },
  },
  {
    name: 'refuses a folder in a folder that is not there',
    needs: folderNeeds,
    async run(kit) {
      const made = makeFolder(kit, 'loadline-no-such-folder')
      await checkRejects(made, ['not-found', 'validation'], 'a folder in no folder')
    },
  },
]

const associations: readonly AdapterCase[] = [
  {
    name: 'associates files, and takes it back',
    needs: [...needs, 'createAssociations', 'deleteAssociations', 'getFile'],
    async run(kit) {
      const { id } = await kit.upload()
      const ids = [id, unknownId]
      const input = { entityName: 'invoice', entityReference: crypto.randomUUID() }
      const result = await kit.call('createAssociations')(ids, input, kit.context)
      checkBulk(result, ids)
      checkEqual(result.done, [id], 'the files that were associated')
      const made = result.associations[0]?.id ?? ''
      const seen = (await kit.call('getFile')(id, kit.context)).associations ?? []
      check(
        seen.some((one) => one.id === made),
        'the file does not have the association',
      )
      checkBulk(await kit.call('deleteAssociations')([made], kit.context), [made])
      const after = (await kit.call('getFile')(id, kit.context)).associations ?? []
      check(
        after.every((one) => one.id !== made),
        'the file still has the association',
      )
    },
  },
  {
    name: 'lists categories, each key once',
    needs: ['listCategories'],
    async run(kit) {
      const keys = (await kit.call('listCategories')(kit.context)).map(({ key }) => key)
      checkEqual(new Set(keys).size, keys.length, 'the number of keys')
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

export const folderCases: readonly AdapterCase[] = [...folderCasesAlone, ...associations]
