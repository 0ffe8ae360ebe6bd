import { describe, expect, vi } from 'vitest'
import {
  ctx,
  refusal,
  setUp,
  uploadInParts,
  type AstraCollabSetting,
} from './astracollab-setting.js'
import { edgeCase } from './edge-case.js'

function partOf(request: Request): number | null {
  const [, part] = /\/parts\/[^/]+\/(\d+)/.exec(request.url) ?? []
  return part === undefined ? null : Number(part)
}

describe('deleting', () => {
  edgeCase(
    42,
    {
      real: () => setUp(),
      wrong: {
        'what succeeded for some succeeded': () =>
          setUp(
            {},
            {
              adapt: ({ deleteFiles }) => ({
                deleteFiles: async (ids, context) => {
                  await deleteFiles(ids, context)
                  return { done: ids, failed: [] }
                },
              }),
            },
          ),
        'a missing body is the end of it': () =>
          setUp(
            {},
            {
              read: ({ data }) => {
                const { error } = data as { error?: { details?: object } }
                if (error !== undefined) error.details = {}
              },
            },
          ),
      },
    },
    async ({ server, adapter, beside }) => {
      const [one, used, two] = ['1', 'used', '2'].map((name) => server.addFile({ name }))
      server.setInUse(used ?? '')
      const ids = [one, used, 'file_gone', two].map((id) => id ?? '')
      const { done, failed } = await adapter.deleteFiles(ids, ctx)
      expect(done).toEqual([one, two])
      expect(failed.map(({ id, error }) => [id, error.code])).toEqual([
        [used, 'conflict'],
        ['file_gone', 'not-found'],
      ])
      const stripped = await beside({ stripsDeleteBodies: true })
      const others = ['3', '4'].map((name) => stripped.server.addFile({ name }))
      await expect(stripped.adapter.deleteFiles(others, ctx)).resolves.toEqual({
        done: others,
        failed: [],
      })
      expect(stripped.server.fileIds()).toEqual([])
    },
  )
})

const inParts = { partSize: 1_000 } as const
type Completed = {
  readonly parts: readonly { readonly partNumber: number; readonly etag: string }[]
}

/** Part 2 fails once, and part 1 ends after part 3. */
async function checkDisorder(setting: AstraCollabSetting): Promise<void> {
  const { server } = setting
  const puts: number[] = []
  let completed: Completed = { parts: [] }
  let free = (): void => undefined
  const thirdIsIn = new Promise<void>((resolve) => {
    free = resolve
  })
  server.intercept(async (request, answer) => {
    const part = partOf(request)
    if (part !== null) {
      puts.push(part)
      if (part === 2 && puts.filter((one) => one === 2).length === 1) {
        return refusal('PART_UPLOAD_FAILED', 500, { partNumber: 2, reason: 'disk' })
      }
      if (part === 1) await thirdIsIn
    }
    if (request.url.endsWith('multipart-upload-complete')) {
      completed = (await request.clone().json()) as Completed
    }
    const response = await answer()
    if (part === 3) free()
    return response
  })
  const { task, sha256 } = await uploadInParts(setting)
  expect(task).toMatchObject({ status: 'ready', generation: 1 })
  expect(server.fileIds().map((id) => server.sha256(id))).toEqual([sha256])
  expect(puts.toSorted((a, b) => a - b)).toEqual([1, 2, 2, 3])
  expect(completed.parts.map(({ partNumber }) => partNumber)).toEqual([1, 2, 3])
  for (const { etag } of completed.parts) expect(etag).toMatch(/^"[0-9a-f]{32}"$/)
}

async function checkExpiry(setting: AstraCollabSetting): Promise<void> {
  const { server } = setting
  let hasExpired = false
  server.intercept((request, answer) => {
    if (partOf(request) === 3 && !hasExpired) {
      hasExpired = true
      server.expireUploads()
    }
    return answer()
  })
  const { task, sha256 } = await uploadInParts(setting)
  expect(task).toMatchObject({ status: 'ready', generation: 2 })
  expect(server.fileIds().map((id) => server.sha256(id))).toEqual([sha256])
}

async function checkCancel(setting: AstraCollabSetting): Promise<void> {
  const { server } = setting
  server.intercept((request, answer) =>
    partOf(request) === null ? answer() : new Promise<Response>(() => undefined),
  )
  const { task } = await uploadInParts(setting, async (cancel) => {
    await vi.waitFor(() => expect(server.openUploads()).toHaveLength(1))
    cancel()
  })
  expect(task).toMatchObject({ status: 'cancelled' })
  await vi.waitFor(() => expect(server.openUploads()).toEqual([]), 5_000)
  expect(server.fileIds()).toEqual([])
}

function rewriteParts(change: (parts: Completed['parts']) => Completed['parts']) {
  return () =>
    setUp(inParts, {
      send: (config) => {
        if (config.url?.endsWith('multipart-upload-complete') !== true) return
        const data = config.data as Completed
        config.data = { ...data, parts: change(data.parts) }
      },
    })
}

describe('parts', () => {
  edgeCase(
    43,
    {
      real: () => setUp(inParts),
      wrong: {
        'parts are told in the order of their ends': rewriteParts((parts) => parts.toReversed()),
        'quotes are cut off': rewriteParts((parts) =>
          parts.map(({ partNumber, etag }) => ({ partNumber, etag: etag.replaceAll('"', '') })),
        ),
        'an ETag is read from the header alone': () =>
          setUp(inParts, {
            adapt: ({ readStoreResponse }) => ({
              readStoreResponse: (ref, response, part) =>
                part === undefined ? readStoreResponse(ref, response) : {},
            }),
          }),
        'an expired upload is a refusal': () =>
          setUp(inParts, { adapt: () => ({ readStoreError: () => null }) }),
        'a cancelled upload is left alone': () =>
          setUp(inParts, { adapt: () => ({ abandonUpload: undefined }) }),
      },
    },
    async ({ beside }) => {
      for (const etagIn of ['header', 'json', 'both'] as const) {
        await checkDisorder(await beside({ etagIn }))
      }
      await checkExpiry(await beside({}))
      await checkCancel(await beside({}))
    },
  )
})
