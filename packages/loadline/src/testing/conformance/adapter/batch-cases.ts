import type { BatchResult, UploadError } from '../../../core/index.js'
import { check, checkEqual } from '../check.js'
import type { AdapterCase } from './adapter-case.js'
import type { AdapterKit, CreatedUpload } from './adapter-kit.js'

const needs = ['createUpload', 'finalizeUpload'] as const

async function createThree(kit: AdapterKit): Promise<readonly CreatedUpload[]> {
  const names = ['one.txt', 'two.txt', 'three.txt']
  return Promise.all(names.map((name, index) => kit.create({ name, size: 10 + index })))
}

function valueOf<T>(result: BatchResult<T> | undefined, what: string): T {
  check(result?.ok === true, `${what} failed`)
  return result.value
}

function errorOf(result: BatchResult<unknown> | undefined, what: string): UploadError {
  check(result?.ok === false, `${what} was accepted`)
  return result.error
}

export const batchCases: readonly AdapterCase[] = [
  {
    name: 'signs a batch in the order of its requests',
    needs: [...needs, 'createUploads'],
    async run(kit) {
      const { file } = await kit.create()
      const requests = Array.from({ length: 5 }, () => kit.request(file))
      const results = await kit.call('createUploads')(requests, kit.context)
      const ids = results.map((result) => valueOf(result, 'an upload').clientId)
      checkEqual(
        ids,
        requests.map(({ clientId }) => clientId),
        'the order',
      )
    },
  },
  {
    name: 'signs the good ones of a batch with a bad one',
    needs: [...needs, 'createUploads'],
    async run(kit) {
      const taken = await kit.create()
      const bad = { ...taken.request, size: taken.request.size + 1 }
      const good = [kit.request(taken.file), kit.request(taken.file)] as const
      const requests = [good[0], bad, good[1]]
      const results = await kit.call('createUploads')(requests, kit.context)
      checkEqual(results.length, 3, 'the number of answers')
      checkEqual(valueOf(results[0], 'the first').clientId, good[0].clientId, 'the first')
      checkEqual(errorOf(results[1], 'the bad one').code, 'conflict', 'its error')
      checkEqual(valueOf(results[2], 'the last').clientId, good[1].clientId, 'the last')
    },
    lacking: {
      when: ({ createIsIdempotent }) => !createIsIdempotent,
      run: async (kit) => void (await kit.create()),
    },
  },
  {
    name: 'finalises a batch in the order of its uploads',
    needs: [...needs, 'finalizeUploads'],
    async run(kit) {
      const created = await createThree(kit)
      const uploads = await Promise.all(created.map((one) => kit.store(one)))
      const results = await kit.call('finalizeUploads')(uploads, kit.context)
      const names = results.map((result) => valueOf(result, 'an upload').name)
      checkEqual(names, ['one.txt', 'two.txt', 'three.txt'], 'the order')
    },
  },
  {
    name: 'finalises the whole ones of a batch with one that has no bytes',
    needs: [...needs, 'finalizeUploads'],
    async run(kit) {
      const [one, two, three] = await createThree(kit)
      check(one !== undefined && two !== undefined && three !== undefined, 'three uploads')
      const missing = { ref: two.ref, request: two.request, etag: null }
      const uploads = [await kit.store(one), missing, await kit.store(three)]
      const results = await kit.call('finalizeUploads')(uploads, kit.context)
      checkEqual(valueOf(results[0], 'the first').name, 'one.txt', 'the first')
      errorOf(results[1], 'the one without bytes')
      checkEqual(valueOf(results[2], 'the last').name, 'three.txt', 'the last')
    },
  },
  {
    name: 'abandons a batch, item by item',
    needs: [...needs, 'abandonUploads'],
    async run(kit) {
      const created = await createThree(kit)
      const refs = created.map(({ ref }) => ref)
      const results = await kit.call('abandonUploads')(refs, 'cancelled', kit.context)
      checkEqual(
        results.map(({ ok }) => ok),
        [true, true, true],
        'the answers',
      )
      const { lookupUpload } = kit.adapter
      for (const ref of lookupUpload === undefined ? [] : refs) {
        checkEqual((await lookupUpload?.(ref, kit.context))?.state, 'gone', 'its state')
      }
    },
  },
]
