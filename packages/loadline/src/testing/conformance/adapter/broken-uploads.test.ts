import { describe, expect, it } from 'vitest'
import {
  storedFile,
  UploadError,
  type OptionalMethods,
  type StoredFile,
} from '../../../core/index.js'
import { findFailures, type PlantedBug } from './planted-bug.js'

function reversed<T>(answers: Promise<readonly T[]>): Promise<readonly T[]> {
  return answers.then((all) => all.toReversed())
}

const uploadBugs: readonly PlantedBug[] = [
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
      const first = new Map<string, Parameters<OptionalMethods['createUpload']>[0]>()
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

describe('bugs planted in an adapter', () => {
  it('finds none where there is none', async () => {
    expect(await findFailures({ plant: () => ({}) })).toEqual([])
  })

  it.each(uploadBugs)('finds that $name', async (bug) => {
    expect(await findFailures(bug)).toEqual(expect.arrayContaining([...bug.foundBy]))
  })
})
