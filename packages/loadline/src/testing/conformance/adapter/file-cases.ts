import type { BulkResult } from '../../../core/index.js'
import { check, checkEqual, checkRejects } from '../check.js'
import type { AdapterCase } from './adapter-case.js'
import type { AdapterKit } from './adapter-kit.js'

const needs = ['createUpload', 'finalizeUpload'] as const
const unknownId = 'loadline-no-such-file'

/** Each id is in one of the two lists, once. */
export function checkBulk({ done, failed }: BulkResult, ids: readonly string[]): void {
  const answered = [...done, ...failed.map(({ id }) => id)]
  checkEqual([...answered].sort(), [...ids].sort(), 'the ids that were answered')
}

async function nameOf(kit: AdapterKit, id: string): Promise<string | undefined> {
  const { getFile } = kit.adapter
  if (getFile !== undefined) return (await getFile(id, kit.context)).name
  return kit.adapter.listFiles && (await kit.list()).find((file) => file.id === id)?.name
}

const reading: readonly AdapterCase[] = [
  {
    name: 'gets a file by its id',
    needs: [...needs, 'getFile'],
    async run(kit) {
      const made = await kit.upload({ name: 'mine.txt' })
      const { id, name } = await kit.call('getFile')(made.id, kit.context)
      checkEqual([id, name], [made.id, 'mine.txt'], 'the file')
    },
  },
  {
    name: 'gets files in the order of their ids, one by one',
    needs: [...needs, 'getFiles'],
    async run(kit) {
      const [one, two] = [await kit.upload(), await kit.upload()]
      const ids = [two.id, unknownId, one.id]
      const results = await kit.call('getFiles')(ids, kit.context)
      checkEqual(
        results.map((result) => (result.ok ? result.value.id : result.error.code)),
        [two.id, 'not-found', one.id],
        'the answers',
      )
    },
  },
  {
    name: 'reads the bytes of a file',
    needs: [...needs, 'readFile'],
    async run(kit) {
      const created = await kit.create({ size: 1_000 })
      const file = await kit.call('finalizeUpload')(await kit.store(created), kit.context)
      await kit.checkBytes(file, created.file)
      const range = { start: 10, end: 19 }
      const read = await kit.call('readFile')(file, { variant: 'original', range }, kit.context)
      const part = new Uint8Array(await created.file.slice(10, 20).arrayBuffer())
      checkEqual([...new Uint8Array(await read.arrayBuffer())], [...part], 'the range')
    },
  },
]

const changing: readonly AdapterCase[] = [
  {
    name: 'renames a file',
    needs: [...needs, 'renameFile'],
    async run(kit) {
      const { id } = await kit.upload({ name: 'old.txt' })
      const answer = await kit.call('renameFile')(id, 'new ünï.txt', kit.context)
      checkEqual([answer.id, answer.name], [id, 'new ünï.txt'], 'the answer')
      checkEqual((await nameOf(kit, id)) ?? 'new ünï.txt', 'new ünï.txt', 'the name afterwards')
    },
  },
  {
    name: 'changes the visibility of a file',
    needs: [...needs, 'setVisibility'],
    async run(kit) {
      const { id } = await kit.upload()
      for (const visibility of ['public', 'private'] as const) {
        const answer = await kit.call('setVisibility')(id, visibility, kit.context)
        checkEqual(answer.visibility, visibility, 'the answer')
        const seen = await kit.adapter.getFile?.(id, kit.context)
        checkEqual(seen?.visibility ?? visibility, visibility, 'the visibility afterwards')
      }
    },
  },
  {
    name: 'deletes the files that it says it deleted, and no other',
    needs: [...needs, 'deleteFiles'],
    async run(kit) {
      const [gone, kept] = [await kit.upload(), await kit.upload()]
      const ids = [gone.id, unknownId]
      const result = await kit.call('deleteFiles')(ids, kit.context)
      checkBulk(result, ids)
      check(result.done.includes(gone.id), 'the file was not deleted')
      check((await kit.isThere(gone.id)) !== true, 'the deleted file is still there')
      check((await kit.isThere(kept.id)) !== false, 'another file is gone')
    },
  },
  {
    name: 'changes the category of files',
    needs: [...needs, 'setCategory', 'listCategories'],
    async run(kit) {
      const { id } = await kit.upload()
      const key = (await kit.call('listCategories')(kit.context))[0]?.key ?? null
      const ids = [id, unknownId]
      const result = await kit.call('setCategory')(ids, key, kit.context)
      checkBulk(result, ids)
      check(result.done.includes(id), 'the category was not changed')
      const seen = await kit.adapter.getFile?.(id, kit.context)
      if (seen !== undefined) checkEqual(seen.category?.key ?? null, key, 'the category afterwards')
    },
  },
]

const missing: readonly AdapterCase[] = [
  {
    name: 'says not-found of a file that is not there',
    needs: ['getFile'],
    async run(kit) {
      const answer = kit.call('getFile')(unknownId, kit.context)
      await checkRejects(answer, ['not-found'], 'getFile of no file')
    },
  },
  {
    name: 'renames nothing that is not there',
    needs: ['renameFile'],
    async run(kit) {
      const answer = kit.call('renameFile')(unknownId, 'new.txt', kit.context)
      await checkRejects(answer, ['not-found'], 'renameFile of no file')
    },
  },
  {
    name: 'gives no visibility to what is not there',
    needs: ['setVisibility'],
    async run(kit) {
      const answer = kit.call('setVisibility')(unknownId, 'public', kit.context)
      await checkRejects(answer, ['not-found'], 'setVisibility of no file')
    },
  },
]

export const fileCases: readonly AdapterCase[] = [...reading, ...changing, ...missing]
