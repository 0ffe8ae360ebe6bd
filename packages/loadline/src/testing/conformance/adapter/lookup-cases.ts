import { check, checkEqual, checkError, checkRejects } from '../check.js'
import type { AdapterCase } from './adapter-case.js'

const needs = ['createUpload', 'finalizeUpload'] as const
const canAbandon = [...needs, 'abandonUpload'] as const
const canLookUp = [...needs, 'lookupUpload'] as const

const lookups: readonly AdapterCase[] = [
  {
    name: 'looks up an upload without bytes as pending',
    needs: canLookUp,
    async run(kit) {
      const { ref } = await kit.create()
      const { state, file } = await kit.call('lookupUpload')(ref, kit.context)
      check(state === 'pending' || state === 'unknown', `its state is "${state}"`)
      checkEqual(file, null, 'its file')
    },
  },
  {
    name: 'never looks up an upload with bytes as pending',
    needs: canLookUp,
    async run(kit) {
      const { ref } = await kit.store(await kit.create())
      const { state } = await kit.call('lookupUpload')(ref, kit.context)
      check(state === 'stored' || state === 'unknown', `its state is "${state}"`)
    },
  },
  {
    name: 'looks up a finalised upload with its file',
    needs: canLookUp,
    async run(kit) {
      const stored = await kit.store(await kit.create())
      const made = await kit.call('finalizeUpload')(stored, kit.context)
      const { state, file } = await kit.call('lookupUpload')(stored.ref, kit.context)
      checkEqual([state, file?.id], ['finalized', made.id], 'its state and file')
    },
  },
  {
    name: 'never looks up an upload that was not created as one to go on with',
    needs: canLookUp,
    async run(kit) {
      const { ref } = await kit.create()
      const foreign = { ...ref, clientId: crypto.randomUUID() }
      const answer = await kit
        .call('lookupUpload')(foreign, kit.context)
        .catch((thrown: unknown) => checkError(thrown, [], 'lookup'))
      const state = 'state' in answer ? answer.state : answer.code
      check(['unknown', 'gone', 'not-found', 'forbidden'].includes(state), `it is "${state}"`)
    },
  },
]

const abandons: readonly AdapterCase[] = [
  {
    name: 'abandons twice as if once',
    needs: canAbandon,
    async run(kit) {
      const { ref } = await kit.create()
      await kit.call('abandonUpload')(ref, 'cancelled', kit.context)
      await kit.call('abandonUpload')(ref, 'cancelled', kit.context)
      const state = (await kit.adapter.lookupUpload?.(ref, kit.context))?.state ?? 'gone'
      checkEqual(state, 'gone', 'its state')
    },
  },
  {
    name: 'does not finalise what was abandoned',
    needs: canAbandon,
    async run(kit) {
      const stored = await kit.store(await kit.create())
      await kit.call('abandonUpload')(stored.ref, 'cancelled', kit.context)
      const finalize = kit.call('finalizeUpload')(stored, kit.context)
      await checkRejects(finalize, [], 'finalise after abandon')
    },
  },
  {
    name: 'does not create again what was abandoned',
    needs: canAbandon,
    async run(kit) {
      const { request, ref } = await kit.create()
      await kit.call('abandonUpload')(ref, 'error', kit.context)
      const create = kit.call('createUpload')(request, kit.context)
      await checkRejects(create, ['conflict'], 'create after abandon')
    },
    lacking: {
      when: ({ createIsIdempotent }) => !createIsIdempotent,
      async run(kit) {
        const { ref } = await kit.create()
        await kit.call('abandonUpload')(ref, 'error', kit.context)
      },
    },
  },
  {
    name: 'deletes by abandon what was finalised',
    needs: canAbandon,
    async run(kit) {
      const stored = await kit.store(await kit.create())
      const { id } = await kit.call('finalizeUpload')(stored, kit.context)
      await kit.call('abandonUpload')(stored.ref, 'cancelled', kit.context)
      check((await kit.isThere(id)) !== true, 'the file is still there')
    },
    lacking: {
      when: ({ canUndoFinalize }) => !canUndoFinalize,
      async run(kit) {
        check((await kit.isThere((await kit.upload()).id)) !== false, 'the file is not there')
      },
    },
  },
  {
    name: 'abandons nothing of another upload',
    needs: canAbandon,
    async run(kit) {
      const { id } = await kit.upload()
      const { ref } = await kit.create()
      await kit.call('abandonUpload')(ref, 'cancelled', kit.context)
      const foreign = { ...ref, fileId: id, clientId: crypto.randomUUID() }
      await kit
        .call('abandonUpload')(foreign, 'cancelled', kit.context)
        .catch((thrown: unknown) => checkError(thrown, [], 'abandon'))
      check((await kit.isThere(id)) !== false, 'the file of another upload was deleted')
    },
  },
]

export const lookupCases: readonly AdapterCase[] = [...lookups, ...abandons]
