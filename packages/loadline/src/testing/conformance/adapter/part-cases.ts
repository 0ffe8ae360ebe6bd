import type { MultipartTicket, StoredUpload } from '../../../core/index.js'
import { check, checkEqual, checkRejects } from '../check.js'
import type { AdapterCase } from './adapter-case.js'
import type { AdapterKit, CreatedUpload } from './adapter-kit.js'

const needs = ['createUpload', 'finalizeUpload'] as const

/** A multipart upload of this many bytes. */
async function createParts(
  kit: AdapterKit,
  size: number,
): Promise<CreatedUpload & { readonly ticket: MultipartTicket }> {
  const created = await kit.create({ size, request: { preferredKinds: ['multipart', 'put'] } })
  const { ticket } = created
  check(ticket.kind === 'multipart', `it gave a ticket of kind "${ticket.kind}"`)
  return { ...created, ticket }
}

async function storeParts(kit: AdapterKit, size: number): Promise<StoredUpload> {
  return kit.store(await createParts(kit, size))
}

/** A file of three parts where parts are small, else of one. */
async function chooseSize(kit: AdapterKit): Promise<number> {
  const { partSize } = (await createParts(kit, 10)).ticket
  return partSize <= 8 * 1024 * 1024 ? partSize * 2 + 1 : 100
}

const lacking: NonNullable<AdapterCase['lacking']> = {
  when: ({ ticketKinds }) => !ticketKinds.includes('multipart'),
  async run(kit) {
    const { ticket } = await kit.create()
    check(ticket.kind !== 'multipart', 'it gave a multipart ticket without declaring it')
  },
}

export const partCases: readonly AdapterCase[] = [
  {
    name: 'cuts a file into parts that hold it, and stores it as it is',
    needs,
    lacking,
    async run(kit) {
      const created = await createParts(kit, await chooseSize(kit))
      const { partSize, partCount } = created.ticket
      const { size } = created.file
      checkEqual(partCount, Math.max(1, Math.ceil(size / partSize)), 'the number of parts')
      const stored = await kit.call('finalizeUpload')(await kit.store(created), kit.context)
      await kit.checkBytes(stored, created.file)
    },
  },
  {
    name: 'takes the parts in any order',
    needs,
    lacking,
    async run(kit) {
      const upload = await storeParts(kit, await chooseSize(kit))
      const mixed = { ...upload, parts: (upload.parts ?? []).toReversed() }
      const stored = await kit.call('finalizeUpload')(mixed, kit.context)
      checkEqual(stored.size ?? upload.request.size, upload.request.size, 'the size')
    },
  },
  {
    name: 'signs the parts that it is asked for, in that order',
    needs: [...needs, 'signParts'],
    lacking,
    async run(kit) {
      const { ref, ticket, file } = await createParts(kit, await chooseSize(kit))
      const numbers = ticket.partCount < 3 ? [1] : [3, 1]
      const wanted = numbers.map((partNumber) => ({
        partNumber,
        size: Math.min(ticket.partSize, file.size - (partNumber - 1) * ticket.partSize),
      }))
      const signed = await kit.call('signParts')(ref, wanted, kit.context)
      checkEqual(
        signed.map(({ partNumber }) => partNumber),
        numbers,
        'the order',
      )
    },
  },
  {
    name: 'lists the parts that the store has',
    needs: [...needs, 'listParts'],
    lacking,
    async run(kit) {
      const created = await createParts(kit, await chooseSize(kit))
      const { ref } = created
      checkEqual(await kit.call('listParts')(ref, kit.context), [], 'the parts before any was sent')
      await kit.store(created)
      const parts = await kit.call('listParts')(ref, kit.context)
      const bytes = parts.reduce((total, { size }) => total + size, 0)
      checkEqual(bytes, created.file.size, 'the bytes of all parts')
      const numbers = parts.map(({ partNumber }) => partNumber)
      checkEqual(
        numbers,
        numbers.map((_, index) => index + 1),
        'the numbers of the parts',
      )
    },
  },
  {
    name: 'does not finalise with a part that the store did not acknowledge so',
    needs,
    lacking,
    async run(kit) {
      const upload = await storeParts(kit, await chooseSize(kit))
      const parts = (upload.parts ?? []).map((part) => ({ ...part, etag: '"0"', checksum: null }))
      const finalize = kit.call('finalizeUpload')({ ...upload, parts, etag: null }, kit.context)
      await checkRejects(finalize, [], 'finalise with a wrong part')
    },
  },
]
