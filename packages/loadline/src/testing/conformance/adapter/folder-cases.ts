import { check, checkEqual, checkRejects } from '../check.js'
import type { AdapterCase } from './adapter-case.js'
import { checkBulk } from './check-bulk.js'
import { makeFolder } from './make-folder.js'

const needs = ['createUpload', 'finalizeUpload'] as const
const folderNeeds = ['createFolder', 'listFolders'] as const
const unknownId = 'loadline-no-such-file'

const making: readonly AdapterCase[] = [
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
    name: 'refuses a folder in a folder that is not there',
    needs: folderNeeds,
    async run(kit) {
      const made = makeFolder(kit, 'loadline-no-such-folder')
      await checkRejects(made, ['not-found', 'validation'], 'a folder in no folder')
    },
  },
  {
    name: 'refuses a folder without a name, or with one that is taken there',
    needs: folderNeeds,
    async run(kit) {
      const { id, name } = await makeFolder(kit)
      const create = kit.call('createFolder')
      for (const blank of ['', '  ']) {
        const made = create({ name: blank, parentId: null }, kit.context)
        await checkRejects(made, ['validation'], 'a folder without a name')
      }
      const again = create({ name, parentId: null }, kit.context)
      await checkRejects(again, ['conflict', 'validation'], 'a folder of the same name')
      checkEqual((await create({ name, parentId: id }, kit.context)).name, name, 'one elsewhere')
    },
  },
  {
    name: 'lists no folders of a folder that is not there',
    needs: folderNeeds,
    async run(kit) {
      const listed = kit.call('listFolders')('loadline-no-such-folder', kit.context)
      await checkRejects(listed, ['not-found', 'validation'], 'the folders of no folder')
    },
  },
]

const filling: readonly AdapterCase[] = [
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
    name: 'moves no file into a folder that is not there',
    needs: [...needs, 'moveFiles', 'getFile'],
    async run(kit) {
      const { id, folderId } = await kit.upload()
      const result = await kit.call('moveFiles')([id], 'loadline-no-such-folder', kit.context)
      checkBulk(result, [id])
      checkEqual(result.done, [], 'what was moved')
      checkEqual((await kit.call('getFile')(id, kit.context)).folderId, folderId, 'its folder')
    },
  },
  {
    name: 'deletes no folder that holds another',
    needs: [...folderNeeds, 'deleteFolders'],
    async run(kit) {
      const outer = await makeFolder(kit)
      const inner = await makeFolder(kit, outer.id)
      const { failed } = await kit.call('deleteFolders')([outer.id], kit.context)
      checkEqual(
        failed.map(({ id, error }) => [id, error.code]),
        [[outer.id, 'conflict']],
        'the refusal',
      )
      const left = await kit.call('listFolders')(outer.id, kit.context)
      checkEqual(
        left.map(({ id }) => id),
        [inner.id],
        'the folders inside',
      )
    },
  },
]

export const folderCases: readonly AdapterCase[] = [...making, ...filling]
