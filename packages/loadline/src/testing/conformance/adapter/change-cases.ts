import { check, checkEqual, checkRejects } from '../check.js'
import type { AdapterCase } from './adapter-case.js'
import type { AdapterKit } from './adapter-kit.js'
import { checkBulk } from './check-bulk.js'

const needs = ['createUpload', 'finalizeUpload'] as const

async function nameOf(kit: AdapterKit, id: string): Promise<string | undefined> {
  const { getFile } = kit.adapter
  if (getFile !== undefined) return (await getFile(id, kit.context)).name
  return kit.adapter.listFiles && (await kit.list()).find((file) => file.id === id)?.name
}

const renaming: readonly AdapterCase[] = [
  ...['new ünï 🦞.txt', `<b>"it's" & 50%.txt`].map((name): AdapterCase => ({
    name: `renames a file to ${name}`,
    needs: [...needs, 'renameFile'],
    async run(kit) {
      const created = await kit.create({ name: 'old.txt' })
      const file = await kit.call('finalizeUpload')(await kit.store(created), kit.context)
      const answer = await kit.call('renameFile')(file.id, name, kit.context)
      checkEqual([answer.id, answer.name], [file.id, name], 'the answer')
      checkEqual((await nameOf(kit, file.id)) ?? name, name, 'the name afterwards')
      checkEqual(
        [answer.size, answer.contentType],
        [file.size, file.contentType],
        'what is not its name',
      )
      await kit.checkBytes(answer, created.file)
    },
  })),
  {
    name: 'refuses a blank name, and keeps the old one',
    needs: [...needs, 'renameFile'],
    async run(kit) {
      const { id } = await kit.upload({ name: 'old.txt' })
      for (const blank of ['', '  ']) {
        const renamed = kit.call('renameFile')(id, blank, kit.context)
        await checkRejects(renamed, ['validation'], 'a blank name')
      }
      checkEqual((await nameOf(kit, id)) ?? 'old.txt', 'old.txt', 'the name afterwards')
    },
  },
]

const showing: readonly AdapterCase[] = [
  {
    name: 'changes the visibility of a file, whose bytes stay where its url says',
    needs: [...needs, 'setVisibility'],
    async run(kit) {
      const created = await kit.create()
      const { id } = await kit.call('finalizeUpload')(await kit.store(created), kit.context)
      for (const visibility of ['public', 'private', 'public'] as const) {
        const answer = await kit.call('setVisibility')(id, visibility, kit.context)
        checkEqual(answer.visibility, visibility, 'the answer')
        const seen = await kit.adapter.getFile?.(id, kit.context)
        checkEqual(seen?.visibility ?? visibility, visibility, 'the visibility afterwards')
        for (const file of [answer, seen ?? answer]) await kit.checkBytes(file, created.file)
      }
    },
  },
]

const deleting: readonly AdapterCase[] = [
  {
    name: 'deletes the files that it says it deleted, and no other',
    needs: [...needs, 'deleteFiles'],
    async run(kit) {
      const [gone, kept] = [await kit.upload(), await kit.upload()]
      const ids = [gone.id, 'loadline-no-such-file']
      const result = await kit.call('deleteFiles')(ids, kit.context)
      checkBulk(result, ids)
      check(result.done.includes(gone.id), 'the file was not deleted')
      check((await kit.isThere(gone.id)) !== true, 'the deleted file is still there')
      check((await kit.isThere(kept.id)) !== false, 'another file is gone')
    },
  },
  {
    name: 'finalises nothing anew that was deleted',
    needs: [...needs, 'deleteFiles'],
    async run(kit) {
      const stored = await kit.store(await kit.create())
      const { id } = await kit.call('finalizeUpload')(stored, kit.context)
      await kit.call('deleteFiles')([id], kit.context)
      await checkRejects(kit.call('finalizeUpload')(stored, kit.context), [], 'a finalise again')
      check((await kit.isThere(id)) !== true, 'the deleted file is back')
    },
    lacking: {
      when: ({ finalizeIsIdempotent }) => !finalizeIsIdempotent,
      run: async (kit) => void (await kit.upload()),
    },
  },
]

export const changeCases: readonly AdapterCase[] = [...renaming, ...showing, ...deleting]
