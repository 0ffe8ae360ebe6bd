import { checkEqual, checkRejects } from '../check.js'
import type { AdapterCase } from './adapter-case.js'

const needs = ['createUpload', 'finalizeUpload'] as const
const unknownId = 'loadline-no-such-file'

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
    name: 'gets a file for each id, also one that is asked for twice, and none for none',
    needs: [...needs, 'getFiles'],
    async run(kit) {
      const { id } = await kit.upload()
      const twice = await kit.call('getFiles')([id, id], kit.context)
      checkEqual(
        twice.map((result) => (result.ok ? result.value.id : result.error.code)),
        [id, id],
        'the answers',
      )
      checkEqual(await kit.call('getFiles')([], kit.context), [], 'the answers to nothing')
    },
  },
  {
    name: 'has a reason for an error alone',
    needs: [...needs, 'getFile'],
    async run(kit) {
      const { id } = await kit.upload()
      const { status, statusReason } = await kit.call('getFile')(id, kit.context)
      if (status !== 'error') checkEqual(statusReason ?? null, null, `the reason of "${status}"`)
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

export const fileCases: readonly AdapterCase[] = [...reading, ...missing]
