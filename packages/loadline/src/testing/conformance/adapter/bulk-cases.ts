import type { AdapterMethod, BulkResult } from '../../../core/index.js'
import { check, checkEqual, checkRejects } from '../check.js'
import type { AdapterCase } from './adapter-case.js'
import type { AdapterKit } from './adapter-kit.js'
import { checkBulk } from './check-bulk.js'
import { makeFolder } from './make-folder.js'

type BulkMethod = Extract<
  AdapterMethod,
  | 'deleteFiles'
  | 'moveFiles'
  | 'setCategory'
  | 'createAssociations'
  | 'deleteAssociations'
  | 'deleteFolders'
>

interface BulkProbe {
  readonly needs: readonly AdapterMethod[]
  /** The id of something that the method may be called for. */
  make(kit: AdapterKit): Promise<string>
  call(kit: AdapterKit, ids: readonly string[]): Promise<BulkResult>
  /** What is gone may be called deleted, or not found. */
  readonly isDelete: boolean
}

const uploads = ['createUpload', 'finalizeUpload'] as const
const missing = ['loadline-no-such-1', 'loadline-no-such-2'] as const

async function uploadOne(kit: AdapterKit): Promise<string> {
  return (await kit.upload()).id
}

async function makeAssociation(kit: AdapterKit): Promise<string> {
  const ids = [await uploadOne(kit)]
  const input = { entityName: 'invoice', entityReference: crypto.randomUUID() }
  const made = await kit.call('createAssociations')(ids, input, kit.context)
  return made.associations[0]?.id ?? ''
}

const probes: Readonly<Record<BulkMethod, BulkProbe>> = {
  deleteFiles: {
    needs: uploads,
    make: uploadOne,
    call: (kit, ids) => kit.call('deleteFiles')(ids, kit.context),
    isDelete: true,
  },
  moveFiles: {
    needs: uploads,
    make: uploadOne,
    call: (kit, ids) => kit.call('moveFiles')(ids, null, kit.context),
    isDelete: false,
  },
  setCategory: {
    needs: [...uploads, 'listCategories'],
    make: uploadOne,
    async call(kit, ids) {
      const [first] = await kit.call('listCategories')(kit.context)
      return kit.call('setCategory')(ids, first?.key ?? null, kit.context)
    },
    isDelete: false,
  },
  createAssociations: {
    needs: uploads,
    make: uploadOne,
    call: (kit, ids) =>
      kit.call('createAssociations')(
        ids,
        { entityName: 'invoice', entityReference: '7' },
        kit.context,
      ),
    isDelete: false,
  },
  deleteAssociations: {
    needs: [...uploads, 'createAssociations'],
    make: makeAssociation,
    call: (kit, ids) => kit.call('deleteAssociations')(ids, kit.context),
    isDelete: true,
  },
  deleteFolders: {
    needs: ['createFolder', 'listFolders'],
    make: async (kit) => (await makeFolder(kit)).id,
    call: (kit, ids) => kit.call('deleteFolders')(ids, kit.context),
    isDelete: true,
  },
}

const ofEach = (Object.keys(probes) as BulkMethod[]).flatMap((method): readonly AdapterCase[] => {
  const { make, call, isDelete, ...probe } = probes[method]
  const needs = [...probe.needs, method]
  return [
    {
      name: `${method}: tells of each id once, in order, and refuses only what is not there`,
      needs,
      async run(kit) {
        const [one, two] = [await make(kit), await make(kit)]
        const ids = [missing[0], two, one, two, missing[1]]
        const result = await call(kit, ids)
        checkBulk(result, ids)
        const done = result.done.filter((id) => id === one || id === two)
        checkEqual(done, [two, one], 'what is done')
        check(isDelete || result.failed.length === 2, 'it did something to what is not there')
      },
    },
    {
      name: `${method}: does nothing for no ids`,
      needs,
      async run(kit) {
        const { done, failed } = await call(kit, [])
        checkEqual([done, failed], [[], []], 'the answer')
      },
    },
    ...(isDelete
      ? [
          {
            name: `${method}: refuses nobody who asks again`,
            needs,
            async run(kit: AdapterKit) {
              const ids = [await make(kit)]
              checkEqual((await call(kit, ids)).done, ids, 'what is done')
              const again = await call(kit, ids)
              checkBulk(again, ids)
              const codes = again.failed.map(({ error }) => error.code)
              check(
                codes.every((code) => code === 'not-found'),
                `it says ${codes.join()}`,
              )
            },
          },
        ]
      : []),
  ]
})

export const bulkCases: readonly AdapterCase[] = [
  ...ofEach,
  {
    name: 'deletes nothing for somebody who does not wait for it',
    needs: [...uploads, 'deleteFiles'],
    async run(kit) {
      const id = await uploadOne(kit)
      const deleted = kit.call('deleteFiles')([id], { signal: AbortSignal.abort() })
      await checkRejects(deleted, ['cancelled'], 'a delete')
      check((await kit.isThere(id)) !== false, 'the file is gone')
    },
  },
]
