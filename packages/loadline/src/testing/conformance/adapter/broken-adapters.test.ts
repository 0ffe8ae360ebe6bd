import { describe, expect, it } from 'vitest'
import {
  storedFile,
  UploadError,
  type FileAdapter,
  type OptionalMethods,
  type StoredFile,
} from '../../../core/index.js'
import { createMemoryBackend, type MemoryBackend } from '../../memory/memory-backend.js'
import { sendWith } from '../send-with.js'
import { runAdapterCase } from './adapter-case.js'
import { adapterCases } from './adapter-cases.js'

type Methods = OptionalMethods

interface Bug {
  readonly name: string
  /** Cases that must find it; others may too. */
  readonly foundBy: readonly string[]
  plant(
    real: Methods,
    backend: MemoryBackend,
    features: FileAdapter['features'],
  ): Partial<FileAdapter>
}

function reversed<T>(answers: Promise<readonly T[]>): Promise<readonly T[]> {
  return answers.then((all) => all.toReversed())
}

const uploadBugs: readonly Bug[] = [
  {
    name: 'finalise twice makes two files',
    foundBy: [
      'finalises twice, and makes one file',
      'finalises once when asked twice at the same time',
    ],
    plant(real) {
      const made = new Map<string, StoredFile>()
      return {
        async finalizeUpload(upload, ctx) {
          const file = await real.finalizeUpload(upload, ctx)
          const again = made.has(file.id) ? { ...file, id: crypto.randomUUID() } : file
          made.set(again.id, again)
          return again
        },
      }
    },
  },
  {
    name: 'the answers of createUploads are out of order',
    foundBy: ['signs a batch in the order of its requests'],
    plant: (real) => ({ createUploads: (...args) => reversed(real.createUploads(...args)) }),
  },
  {
    name: 'the answers of finalizeUploads are out of order',
    foundBy: ['finalises a batch in the order of its uploads'],
    plant: (real) => ({ finalizeUploads: (...args) => reversed(real.finalizeUploads(...args)) }),
  },
  {
    name: 'one bad item fails the whole batch',
    foundBy: ['signs the good ones of a batch with a bad one'],
    plant: (real) => ({
      async createUploads(requests, ctx) {
        const results = await real.createUploads(requests, ctx)
        const bad = results.find(({ ok }) => !ok)
        if (bad?.ok === false) throw bad.error
        return results
      },
    }),
  },
  {
    name: 'abandon is not idempotent',
    foundBy: ['abandons twice as if once'],
    plant(real) {
      const seen = new Set<string>()
      return {
        async abandonUpload(ref, ...rest) {
          if (seen.has(ref.clientId)) throw new UploadError('not-found')
          seen.add(ref.clientId)
          await real.abandonUpload(ref, ...rest)
        },
      }
    },
  },
  {
    name: 'abandon leaves a finalised file',
    foundBy: ['deletes by abandon what was finalised'],
    plant: (real, backend) => ({
      async abandonUpload(ref, ...rest) {
        if (backend.files().some(({ id }) => id === ref.fileId)) return
        await real.abandonUpload(ref, ...rest)
      },
    }),
  },
  {
    name: 'another body under the same clientId is accepted',
    foundBy: ['refuses a clientId that comes back with another body'],
    plant(real) {
      const first = new Map<string, Parameters<Methods['createUpload']>[0]>()
      return {
        createUpload(request, ctx) {
          const known = first.get(request.clientId) ?? request
          first.set(request.clientId, known)
          return real.createUpload(known, ctx)
        },
      }
    },
  },
  {
    name: 'a create after an abandon starts anew',
    foundBy: ['does not create again what was abandoned'],
    plant: (real) => ({
      createUpload: (request, ctx) =>
        real
          .createUpload(request, ctx)
          .catch(() => real.createUpload({ ...request, clientId: crypto.randomUUID() }, ctx)),
    }),
  },
  {
    name: 'an upload is finalised without its bytes',
    foundBy: ['does not finalise without the bytes'],
    plant: (real) => ({
      finalizeUpload: (upload, ctx) =>
        real
          .finalizeUpload(upload, ctx)
          .catch(() => storedFile({ id: upload.ref.fileId ?? '', name: upload.request.name })),
    }),
  },
  {
    name: 'lookup says pending of a finalised upload',
    foundBy: ['looks up a finalised upload with its file'],
    plant: () => ({ lookupUpload: () => Promise.resolve({ state: 'pending', file: null }) }),
  },
  {
    name: 'the metadata are dropped',
    foundBy: ['keeps the metadata of an upload'],
    plant: (real) => ({
      createUpload: (request, ctx) => real.createUpload({ ...request, metadata: {} }, ctx),
    }),
  },
  {
    name: 'the ref holds the signed URL',
    foundBy: ['keeps the secrets of a ticket out of its ref'],
    plant: (real) => ({
      async createUpload(request, ctx) {
        const ticket = await real.createUpload(request, ctx)
        return { ...ticket, state: ticket.kind === 'put' ? { url: ticket.url } : null }
      },
    }),
  },
  {
    name: 'signed parts come in the order of their numbers',
    foundBy: ['signs the parts that it is asked for, in that order'],
    plant: (real) => ({
      signParts: (ref, parts, ctx) =>
        real.signParts(
          ref,
          parts.toSorted((a, b) => a.partNumber - b.partNumber),
          ctx,
        ),
    }),
  },
]

const fileBugs: readonly Bug[] = [
  {
    name: 'the cursor of a page skips a file',
    foundBy: ['pages through all files, each once'],
    plant: (real) => ({
      async listFiles(query, ctx) {
        const page = await real.listFiles(query, ctx)
        const isLater = query.cursor !== null && query.cursor !== undefined
        return isLater ? { ...page, files: page.files.slice(1) } : page
      },
    }),
  },
  {
    name: 'a filter that is not declared is ignored',
    foundBy: ['filters by createdBy'],
    plant: (real, _backend, features) => ({
      features: { ...features, filters: features.filters.filter((key) => key !== 'createdBy') },
      listFiles({ filter, ...query }, ctx) {
        return real.listFiles({ ...query, filter: { ...filter, createdBy: undefined } }, ctx)
      },
    }),
  },
  {
    name: 'a filter that is declared is ignored',
    foundBy: ['filters by entity'],
    plant: (real) => ({
      listFiles: ({ filter, ...query }, ctx) =>
        real.listFiles({ ...query, filter: { ...filter, entity: undefined } }, ctx),
    }),
  },
  {
    name: 'a descending sort ascends',
    foundBy: ['sorts by size, desc'],
    plant: (real) => ({
      listFiles: ({ sort, ...query }, ctx) =>
        real.listFiles({ ...query, sort: sort && { ...sort, direction: 'asc' } }, ctx),
    }),
  },
  {
    name: 'the total counts the page',
    foundBy: ['counts all that match, or says that it does not count'],
    plant: (real) => ({
      async listFiles(query, ctx) {
        const page = await real.listFiles(query, ctx)
        return { ...page, total: page.files.length }
      },
    }),
  },
  {
    name: 'the answers of getFiles are out of order',
    foundBy: ['gets files in the order of their ids, one by one'],
    plant: (real) => ({
      getFiles: (ids, ctx) => real.getFiles([...ids].sort(), ctx),
    }),
  },
  {
    name: 'rename keeps the old name',
    foundBy: ['renames a file'],
    plant: (real) => ({
      renameFile: async (id, name, ctx) => ({ ...(await real.getFile(id, ctx)), name }),
    }),
  },
  {
    name: 'delete reports success without deleting',
    foundBy: ['deletes the files that it says it deleted, and no other'],
    plant: () => ({ deleteFiles: (ids) => Promise.resolve({ done: ids, failed: [] }) }),
  },
  {
    name: 'a bulk answer leaves out what failed',
    foundBy: ['moves files into a folder, and back to the root'],
    plant: (real) => ({
      moveFiles: async (...args) => ({ ...(await real.moveFiles(...args)), failed: [] }),
    }),
  },
  {
    name: 'an error is a plain Error',
    foundBy: ['says not-found of a file that is not there'],
    plant: () => ({ getFile: () => Promise.reject(new Error('404')) }),
  },
  {
    name: 'an abort is not heard',
    foundBy: ['stops a list that nobody waits for any more'],
    plant: (real) => ({
      listFiles: (query) => real.listFiles(query, { signal: new AbortController().signal }),
    }),
  },
  {
    name: 'a missing method is null',
    foundBy: ['renames a file'],
    plant: () => ({ renameFile: null as never }),
  },
]

/** The names of the cases that a copy of the memory adapter with this bug fails. */
async function findFailures(bug: Pick<Bug, 'plant'>): Promise<readonly string[]> {
  const subject = {
    createAdapter() {
      const backend = createMemoryBackend({ partSize: 400 })
      const real = backend.adapter
      const planted = bug.plant(real as unknown as Methods, backend, real.features)
      const adapter = { ...real, ...planted } as FileAdapter
      return Promise.resolve({ adapter, send: sendWith(backend.transports) })
    },
  }
  const cases = Object.values(adapterCases).flat()
  const results = await Promise.allSettled(cases.map((one) => runAdapterCase(one, subject)))
  return cases.flatMap(({ name }, index) => (results[index]?.status === 'rejected' ? [name] : []))
}

describe('bugs planted in an adapter', () => {
  it('finds none where there is none', async () => {
    expect(await findFailures({ plant: () => ({}) })).toEqual([])
  })

  it.each([...uploadBugs, ...fileBugs])('finds that $name', async (bug) => {
    expect(await findFailures(bug)).toEqual(expect.arrayContaining([...bug.foundBy]))
  })
})
