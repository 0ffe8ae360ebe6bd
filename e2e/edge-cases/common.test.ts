import {
  createUploadQueue,
  supports,
  UploadError,
  type FileAdapter,
  type FileFilter,
  type FileFilterKey,
  type FileSortKey,
  type UploadField,
} from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, describe, expect } from 'vitest'
import { commonSubjects, type WholeAdapter } from './common-subjects.js'
import { edgeCase } from './edge-case.js'
import { serveListener } from './serve-signer.js'

let closeAll: (() => Promise<void>)[] = []

afterEach(async () => {
  const closing = closeAll
  closeAll = []
  await Promise.all(closing.map((close) => close()))
})

function hasList(adapter: FileAdapter): boolean {
  return supports(adapter, 'listFiles')
}

/** A list, where there is one; else an upload. */
function ask(adapter: WholeAdapter, signal: AbortSignal): Promise<unknown> {
  if (hasList(adapter)) return adapter.listFiles({ limit: 5 }, { signal })
  const request = {
    ...{ clientId: crypto.randomUUID(), name: 'a.txt', path: null, contentType: 'text/plain' },
    ...{ size: 5, preferredKinds: [], category: null, folderId: null, visibility: null },
    ...{ associations: [], metadata: {}, isDraft: false, checksum: null },
  }
  return adapter.createUpload(request, { signal })
}

/** Each call of either kind, changed. */
function wrap(
  adapter: WholeAdapter,
  change: (call: (signal: AbortSignal) => Promise<unknown>, signal: AbortSignal) => unknown,
): WholeAdapter {
  const { listFiles, createUpload } = adapter
  const wrapped: object = {
    ...(hasList(adapter) && {
      listFiles: (query: never, ctx: { signal: AbortSignal }) =>
        change((signal) => listFiles(query, { signal }), ctx.signal),
    }),
    createUpload: (request: never, ctx: { signal: AbortSignal }) =>
      change((signal) => createUpload(request, { signal }), ctx.signal),
  }
  return { ...adapter, ...wrapped }
}

function outcomeOf(call: Promise<unknown>, withinMs: number): Promise<unknown> {
  const patience = new Promise((resolve) => {
    setTimeout(() => resolve('no answer'), withinMs)
  })
  return Promise.race([call.catch((thrown: unknown) => thrown), patience])
}

const unasked = 'http://127.0.0.1:9'
const run = promisify(execFile)
const here = fileURLToPath(new URL('.', import.meta.url))

describe.each(commonSubjects)('$door', ({ door, at }) => {
  const onSilence = async (plant = (adapter: WholeAdapter) => adapter) => {
    let heard = (): void => undefined
    const wasAsked = new Promise<void>((resolve) => {
      heard = resolve
    })
    const { url, close } = await serveListener(() => heard())
    closeAll.push(close)
    return { adapter: plant(at(url)), wasAsked }
  }

  edgeCase(
    47,
    {
      real: () => onSilence(),
      wrong: {
        'the signal is dropped': () =>
          onSilence((adapter) => wrap(adapter, (call) => call(new AbortController().signal))),
        'whoever gave up has no network': () =>
          onSilence((adapter) =>
            wrap(adapter, (call, signal) =>
              call(signal).catch(() => {
                throw new UploadError('network')
              }),
            ),
          ),
      },
    },
    async ({ adapter, wasAsked }) => {
      const controller = new AbortController()
      const call = ask(adapter, controller.signal)
      await wasAsked
      controller.abort()
      expect(await outcomeOf(call, 500)).toMatchObject({ name: 'UploadError', code: 'cancelled' })
      const late = ask(adapter, controller.signal)
      expect(await outcomeOf(late, 500)).toMatchObject({ code: 'cancelled' })
    },
  )

  const onNonsense = async (plant = (adapter: WholeAdapter) => adapter) => {
    const { url, close } = await serveListener((_, outgoing) => {
      outgoing.setHeader('content-type', 'text/html').end('<!doctype html><p>Sign in')
    })
    closeAll.push(close)
    return plant(at(url))
  }

  edgeCase(
    48,
    {
      real: () => onNonsense(),
      wrong: {
        'an answer that cannot be read is an empty one': () =>
          onNonsense((adapter) =>
            wrap(adapter, (call, signal) =>
              call(signal).catch(() => ({ files: [], total: 0, nextCursor: null })),
            ),
          ),
        'the parser speaks for itself': () =>
          onNonsense((adapter) =>
            wrap(adapter, () => Promise.reject(new SyntaxError('Unexpected token <'))),
          ),
        ...(supports(at(unasked), 'deleteFiles') && {
          'a page for signing in is a delete that was done': () =>
            onNonsense((adapter) => ({
              ...adapter,
              deleteFiles: (ids) => Promise.resolve({ done: ids, failed: [] }),
            })),
        }),
      },
    },
    async (adapter) => {
      const { signal } = new AbortController()
      const isNoAnswer = { name: 'UploadError', code: 'server' }
      expect(await outcomeOf(ask(adapter, signal), 5_000)).toMatchObject(isNoAnswer)
      if (!supports(adapter, 'deleteFiles')) return
      const deleted = adapter.deleteFiles([crypto.randomUUID()], { signal })
      const told = deleted.then(({ done, failed: [first] }) =>
        done.length > 0 ? null : first?.error,
      )
      expect(await outcomeOf(told, 5_000)).toMatchObject(isNoAnswer)
    },
  )

  const emptyPage = { files: [], total: 0, nextCursor: null }
  const listing = (listFiles: WholeAdapter['listFiles']): WholeAdapter => ({
    ...at(unasked),
    listFiles,
  })

  edgeCase(
    50,
    {
      real: () => at(unasked),
      wrong: {
        'what cannot be asked for is left out': () => listing(() => Promise.resolve(emptyPage)),
        'what cannot be done is there, and fails': () =>
          listing(() => Promise.reject(new UploadError('unsupported'))),
      },
    },
    async (adapter) => {
      const ctx = { signal: AbortSignal.timeout(10_000) }
      if (hasList(adapter)) {
        const outcome = await outcomeOf(adapter.listFiles({ limit: 5 }, ctx), 5_000)
        expect(outcome).toMatchObject({ name: 'UploadError', code: 'network' })
      }
      for (const query of unpromised(adapter)) {
        const outcome = await outcomeOf(adapter.listFiles({ limit: 5, ...query }, ctx), 5_000)
        expect({ query, outcome }).toMatchObject({ query, outcome: { code: 'unsupported' } })
      }
      const fields = allFields.filter((field) => !adapter.features.uploadFields.includes(field))
      expect(refusedFields(adapter)).toEqual(fields)
    },
  )

  edgeCase(
    52,
    {
      real: () => door,
      wrong: {
        'a size is taken at load': () => 'data:text/javascript,export const w = window.innerWidth',
        'a request is made ready at load': () =>
          'data:text/javascript,export const xhr = new XMLHttpRequest()',
      },
    },
    async (specifier) => {
      expect(await importWithoutPage(specifier)).toBe('imported')
    },
  )
})

const sortKeys: Readonly<Record<FileSortKey, true>> = {
  ...{ name: true, size: true, createdAt: true, updatedAt: true },
  ...{ contentType: true, status: true, visibility: true },
}

const filters: Readonly<Record<FileFilterKey, FileFilter>> = {
  categories: { categories: ['A'] },
  statuses: { statuses: ['ready'] },
  visibility: { visibility: 'public' },
  contentTypes: { contentTypes: ['image/*'] },
  folderId: { folderId: 'folder' },
  entity: { entity: { name: 'invoice' } },
  createdBy: { createdBy: 'somebody' },
  createdAfter: { createdAfter: '2026-01-01T00:00:00.000Z' },
  createdBefore: { createdBefore: '2026-01-01T00:00:00.000Z' },
}

/** Queries that the features do not promise; an adapter without a list has none. */
function unpromised(adapter: WholeAdapter) {
  if (!hasList(adapter)) return []
  const { features } = adapter
  const foreign = { loadlineNoSuchFilter: 'a' } as FileFilter
  const sorts = (Object.keys(sortKeys) as FileSortKey[]).filter(
    (key) => !features.sortKeys.includes(key),
  )
  const kept = (Object.keys(filters) as FileFilterKey[]).filter(
    (key) => !features.filters.includes(key),
  )
  return [
    { filter: foreign },
    ...sorts.map((key) => ({ sort: { key, direction: 'asc' as const } })),
    ...kept.map((key) => ({ filter: filters[key] })),
    ...(features.search === false ? [{ search: 'a' }] : []),
    ...(features.canSkip ? [] : [{ offset: 1 }]),
  ]
}

const fieldOptions: Readonly<Partial<Record<UploadField, object>>> = {
  category: { category: 'A' },
  folderId: { folderId: 'folder' },
  visibility: { visibility: 'public' },
  associations: { associations: [{ entityName: 'invoice', entityReference: '7' }] },
  metadata: { metadata: { page: 1 } },
  draft: { isDraft: true },
}

const allFields = Object.keys(fieldOptions) as UploadField[]

function refusedFields(adapter: WholeAdapter): readonly UploadField[] {
  const queue = createUploadQueue({ adapter })
  const { requiredUploadFields } = adapter.features
  const required = requiredUploadFields.map((field) => fieldOptions[field])
  const refused = allFields.filter((field) => {
    try {
      const options = Object.assign({}, ...required, fieldOptions[field]) as object
      queue.add([makeFile({ name: 'a.txt' })], options)
      return false
    } catch (thrown) {
      return (thrown as UploadError).code === 'unsupported'
    }
  })
  queue.destroy()
  return refused
}

/** What becomes of an import, in a process that has no page. */
async function importWithoutPage(specifier: string): Promise<string> {
  const script = `
    const outcome = import(${JSON.stringify(specifier)}).then(() => 'imported', String)
    console.log(await outcome)`
  const source = fileURLToPath(new URL('../../scripts/run-typescript-source.mjs', import.meta.url))
  const args = ['--conditions=loadline-source', '--import', source, '--input-type=module']
  const { stdout } = await run(process.execPath, [...args, '-e', script], { cwd: here })
  return stdout.trim()
}
