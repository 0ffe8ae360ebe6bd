import { check, checkEqual } from '../check.js'
import type { AdapterCase } from './adapter-case.js'
import type { AdapterKit } from './adapter-kit.js'
import { checkBulk } from './check-bulk.js'

const needs = ['createUpload', 'finalizeUpload', 'createAssociations'] as const

async function associate(kit: AdapterKit, ids: readonly string[], entityReference: string) {
  const input = { entityName: 'invoice', entityReference }
  const result = await kit.call('createAssociations')(ids, input, kit.context)
  checkBulk(result, ids)
  return result
}

async function referencesOf(kit: AdapterKit, id: string): Promise<readonly string[]> {
  const { associations } = await kit.call('getFile')(id, kit.context)
  return (associations ?? []).map(({ entityReference }) => entityReference)
}

export const associationCases: readonly AdapterCase[] = [
  {
    name: 'associates files, and takes it back',
    needs: [...needs, 'deleteAssociations', 'getFile'],
    async run(kit) {
      const [one, two] = [await kit.upload(), await kit.upload()]
      const { done, associations } = await associate(kit, [one.id, two.id], '7')
      checkEqual(done, [one.id, two.id], 'the files that were associated')
      checkEqual(
        associations.map(({ entityName, entityReference }) => [entityName, entityReference]),
        [
          ['invoice', '7'],
          ['invoice', '7'],
        ],
        'an association for each',
      )
      checkEqual(await referencesOf(kit, one.id), ['7'], 'those of the first')
      const made = associations[0]?.id ?? ''
      checkBulk(await kit.call('deleteAssociations')([made], kit.context), [made])
      checkEqual(await referencesOf(kit, one.id), [], 'those of the first, afterwards')
      checkEqual(await referencesOf(kit, two.id), ['7'], 'those of the second')
    },
  },
  {
    name: 'associates what is there, and tells what is not',
    needs,
    async run(kit) {
      const { id } = await kit.upload()
      const { done, failed, associations } = await associate(kit, ['loadline-no-such', id], '7')
      checkEqual(done, [id], 'the files that were associated')
      check(failed[0]?.error.code === 'not-found', 'it does not say not-found')
      checkEqual(associations.length, 1, 'the number of associations')
    },
  },
  {
    name: 'associates twice as if once, and with two references',
    needs: [...needs, 'getFile'],
    async run(kit) {
      const { id } = await kit.upload()
      for (const reference of ['7', '7', '8']) {
        checkEqual((await associate(kit, [id], reference)).done, [id], 'what was done')
      }
      checkEqual([...(await referencesOf(kit, id))].sort(), ['7', '8'], 'its references')
    },
  },
  {
    name: 'lists a file by what it is associated with, as long as it is',
    needs: [...needs, 'deleteAssociations', 'listFiles'],
    async run(kit) {
      const { id } = await kit.upload()
      const reference = crypto.randomUUID()
      const find = () => kit.ids({ entity: { name: 'invoice', references: [reference] } })
      const { associations } = await associate(kit, [id], reference)
      checkEqual(await find(), [id], 'the files of the entity')
      const ids = associations.map((one) => one.id)
      await kit.call('deleteAssociations')(ids, kit.context)
      checkEqual(await find(), [], 'the files of the entity, afterwards')
    },
    lacking: {
      when: ({ filters }) => !filters.includes('entity'),
      async run(kit) {
        await associate(kit, [(await kit.upload()).id], '7')
      },
    },
  },
  {
    name: 'keeps a draft that is adopted',
    needs: [...needs, 'getFile'],
    async run(kit) {
      const { id } = await kit.upload({ request: { isDraft: true } })
      checkEqual((await associate(kit, [id], '7')).done, [id], 'the draft that was adopted')
      checkEqual(await referencesOf(kit, id), ['7'], 'its associations')
    },
    lacking: {
      when: ({ uploadFields }) => !uploadFields.includes('draft'),
      async run(kit) {
        await associate(kit, [(await kit.upload()).id], '7')
      },
    },
  },
]
