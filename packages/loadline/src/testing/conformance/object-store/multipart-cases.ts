import { check } from '../check.js'
import { changedUrls, type ObjectStoreCase, type ObjectStoreKit } from './object-store-case.js'
import type { SentPart, StoreMultipart, StoreSignedRequest } from './object-store-subject.js'

const needs = 'multipart'

interface StartedMultipart {
  readonly port: StoreMultipart
  readonly key: string
  readonly uploadId: string
  readonly file: File
  /** Of three parts, the last one smaller. */
  partOf(partNumber: number): File
  sign(partNumber: number): Promise<StoreSignedRequest>
}

async function start(kit: ObjectStoreKit): Promise<StartedMultipart> {
  const port = kit.store.multipart
  check(port !== undefined, 'multipart is missing')
  const { key, contentType } = kit.grant()
  const uploadId = await port.create(key, contentType)
  const size = port.minPartSize
  const file = kit.file(size * 2 + 10)
  const partOf = (partNumber: number): File =>
    new File([file.slice((partNumber - 1) * size, partNumber * size)], 'part')
  const sign = (partNumber: number): Promise<StoreSignedRequest> =>
    port.signPart({ ...kit.grant({ key, size: partOf(partNumber).size }), uploadId, partNumber })
  return { port, key, uploadId, file, partOf, sign }
}

async function send(
  kit: ObjectStoreKit,
  { sign, partOf }: StartedMultipart,
  partNumber: number,
): Promise<SentPart> {
  const { url, headers } = await sign(partNumber)
  const body = partOf(partNumber)
  const answer = await kit.fetch(url, { method: 'PUT', headers: { ...headers }, body })
  check(answer.ok, `part ${partNumber} is answered ${answer.status}`)
  const etag = answer.headers.get('etag') ?? ''
  check(etag !== '', `there is no ETag of part ${partNumber}`)
  return { partNumber, size: body.size, etag }
}

export const multipartCases: readonly ObjectStoreCase[] = [
  {
    name: 'parts: makes one object of them, in whatever order they came',
    needs,
    async run(kit) {
      const upload = await start(kit)
      const parts: SentPart[] = []
      for (const partNumber of [3, 1, 2]) parts.push(await send(kit, upload, partNumber))
      const inOrder = parts.toSorted((a, b) => a.partNumber - b.partNumber)
      await upload.port.complete(upload.key, upload.uploadId, inOrder)
      await kit.checkStored(upload.key, upload.file)
    },
  },
  {
    name: 'parts: takes a part again',
    needs,
    async run(kit) {
      const upload = await start(kit)
      await send(kit, upload, 1)
      const parts = [
        await send(kit, upload, 1),
        await send(kit, upload, 2),
        await send(kit, upload, 3),
      ]
      await upload.port.complete(upload.key, upload.uploadId, parts)
      await kit.checkStored(upload.key, upload.file)
    },
  },
  {
    name: 'parts: refuses a part of which anything signed was changed',
    needs,
    async run(kit) {
      const upload = await start(kit)
      const { url, headers } = await upload.sign(1)
      for (const changed of changedUrls(url)) {
        const init = { method: 'PUT', headers: { ...headers }, body: upload.partOf(1) }
        await kit.checkRefused(await kit.fetch(changed, init), upload.key, 'a changed parameter')
      }
    },
  },
  {
    name: 'parts: refuses a part of another length',
    needs,
    async run(kit) {
      const upload = await start(kit)
      const { url, headers } = await upload.sign(3)
      const init = { method: 'PUT', headers: { ...headers }, body: kit.file(11) }
      await kit.checkRefused(await kit.fetch(url, init), upload.key, 'another length')
    },
  },
  {
    name: 'parts: makes no object of parts that it does not have so',
    needs,
    async run(kit) {
      const upload = await start(kit)
      const part = await send(kit, upload, 1)
      const wrong = [{ ...part, etag: `"${'0'.repeat(32)}"` }]
      const answer = await upload.port
        .complete(upload.key, upload.uploadId, wrong)
        .catch(() => null)
      check(answer === null, 'it was completed')
      check((await kit.store.readObject(upload.key)) === null, 'there is an object')
    },
  },
  {
    name: 'parts: takes none after the upload was aborted',
    needs,
    async run(kit) {
      const upload = await start(kit)
      await send(kit, upload, 1)
      const { url, headers } = await upload.sign(2)
      await upload.port.abort(upload.key, upload.uploadId)
      const init = { method: 'PUT', headers: { ...headers }, body: upload.partOf(2) }
      await kit.checkRefused(await kit.fetch(url, init), upload.key, 'a part after the abort')
    },
  },
]
