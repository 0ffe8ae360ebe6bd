import { check, checkEqual, checkError, checkRejects, checkSameBytes } from '../check.js'
import type { PreparedFile, TransportCase, TransportKit } from './transport-case.js'

async function checkArrived(kit: TransportKit, { ticket, file }: PreparedFile): Promise<void> {
  const bytes = await kit.readBytes(ticket)
  check(bytes !== null, 'the store does not have the file')
  await checkSameBytes(bytes, file, 'the bytes in the store')
}

/** Long enough for whatever a transport does without waiting for anybody. */
function aMoment(): Promise<void> {
  return new Promise((resolve) => void setTimeout(resolve, 30))
}

/** For what must not wait for the store. */
function soon<T>(promise: Promise<T>): Promise<T> {
  const late = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('it waits for the store')), 500)
  })
  return Promise.race([promise, late])
}

/** Parts have an answer each: the one that ended them all may also be thrown, as the error that it was read to be. */
function statusOfPart({ ticket }: PreparedFile, thrown: unknown): number {
  if (ticket.kind !== 'multipart') throw thrown
  return checkError(thrown, [], 'a refused part').status ?? 0
}

const sizes: readonly (readonly [string, (partSize: number) => number])[] = [
  ['no bytes', () => 0],
  ['one byte', () => 1],
  ['one byte less than a part', (partSize) => partSize - 1],
  ['exactly a part', (partSize) => partSize],
  ['one byte more than a part', (partSize) => partSize + 1],
  ['three parts and a bit', (partSize) => partSize * 3 + 7],
]

const arriving: readonly TransportCase[] = [
  ...sizes.map(([what, sizeOf]): TransportCase => ({
    name: `brings ${what} to the store`,
    async run(kit) {
      const prepared = await kit.prepare(sizeOf(kit.partSize))
      const { response } = await prepared.send().result
      check(response.status >= 200 && response.status < 300, `the answer is ${response.status}`)
      await checkArrived(kit, prepared)
    },
  })),
  {
    name: 'answers with what the store said, header names in lower case',
    async run(kit) {
      const { response } = await (await kit.prepare(10)).send().result
      const names = Object.keys(response.headers)
      checkEqual(
        names,
        names.map((name) => name.toLowerCase()),
        'the names of the headers',
      )
      checkEqual(typeof response.body, 'string', 'the type of the body')
    },
  },
  {
    name: 'sends the headers of the ticket as given, and those that rotate',
    async run(kit) {
      const prepared = await kit.prepare(kit.partSize + 1)
      await prepared.send({ headers: { 'x-rotating': 'now' } }).result
      const { ticket } = prepared
      const given = 'headers' in ticket ? Object.entries(ticket.headers) : []
      for (const { headers } of kit.requests?.() ?? []) {
        checkEqual(headers['x-rotating'], 'now', 'the rotating header')
        for (const [name, value] of given) {
          checkEqual(headers[name.toLowerCase()], value, `the header "${name}"`)
        }
      }
    },
  },
  {
    name: 'tells of progress that only grows, up to the size',
    async run(kit) {
      const prepared = await kit.prepare(kit.partSize * 3 + 7)
      const run = prepared.send()
      await run.result
      let before = 0
      for (const sent of run.progress) {
        check(sent >= before, `${sent} bytes after ${before}`)
        check(sent <= prepared.file.size, `${sent} bytes of ${prepared.file.size}`)
        before = sent
      }
    },
  },
]

const failing: readonly TransportCase[] = [
  {
    name: 'takes an error of the store for an answer, not for an exception',
    async run(kit) {
      const prepared = await kit.prepare(kit.partSize * 2)
      kit.refuse()
      const run = prepared.send()
      const status = await run.result.then(
        ({ response }) => response.status,
        (thrown: unknown) => statusOfPart(prepared, thrown),
      )
      check(status >= 400, `the answer is ${status}`)
      checkEqual(run.openSlots(), 0, 'the slots that were not given back')
      checkEqual(await kit.readBytes(prepared.ticket), null, 'the file in the store')
    },
  },
  {
    name: 'sends nothing when it was aborted before',
    async run(kit) {
      const prepared = await kit.prepare(kit.partSize * 2)
      const run = prepared.send()
      run.abort()
      await checkRejects(run.result, ['cancelled'], 'an aborted transfer')
      checkEqual(await kit.readBytes(prepared.ticket), null, 'the file in the store')
      checkEqual(run.openSlots(), 0, 'the slots that were not given back')
    },
  },
  {
    name: 'ends at once when it is aborted, and tells of nothing after that',
    async run(kit) {
      const prepared = await kit.prepare(kit.partSize * 3)
      kit.hold()
      const run = prepared.send()
      await aMoment()
      run.abort()
      const told = run.progress.length
      await checkRejects(soon(run.result), ['cancelled'], 'an aborted transfer')
      kit.release()
      await aMoment()
      checkEqual(run.progress.length, told, 'the events of progress after the abort')
      checkEqual(run.openSlots(), 0, 'the slots that were not given back')
    },
  },
]

const slots: readonly TransportCase[] = [
  {
    name: 'takes a slot for what it sends, and gives it back',
    async run(kit) {
      const run = (await kit.prepare(kit.partSize * 3)).send()
      await run.result
      check(run.slotUrls.length > 0, 'it took no slot')
      checkEqual(run.openSlots(), 0, 'the slots that were not given back')
    },
  },
  {
    name: 'sends nothing before it has a slot',
    async run(kit) {
      const prepared = await kit.prepare(kit.partSize)
      let give = (): void => undefined
      const given = new Promise<void>((resolve) => (give = resolve))
      const run = prepared.send({ beforeSlot: () => given })
      await aMoment()
      checkEqual(kit.acceptedBytes(), 0, 'the bytes that were sent without a slot')
      give()
      await run.result
      await checkArrived(kit, prepared)
    },
  },
]

const parts: readonly TransportCase[] = [
  {
    name: 'tells of every part that the store acknowledged',
    async run(kit) {
      const prepared = await kit.prepare(kit.partSize * 3 + 7)
      const run = prepared.send()
      const result = await run.result
      const { ticket, file } = prepared
      const count = ticket.kind === 'multipart' ? ticket.partCount : 0
      const numbers = run.parts.map(({ partNumber }) => partNumber).sort((a, b) => a - b)
      const expected = Array.from({ length: count }, (_, index) => index + 1)
      checkEqual(numbers, expected, 'the parts that were told of')
      if (count === 0) return
      const inAnswer = result.parts?.map(({ partNumber }) => partNumber)
      checkEqual(inAnswer, expected, 'the parts of the answer')
      const bytes = run.parts.reduce((total, { size }) => total + size, 0)
      checkEqual(bytes, file.size, 'the bytes of all parts')
    },
  },
  {
    name: 'is whole when it is sent again after an abort, without what survives a pause',
    async run(kit) {
      const prepared = await kit.prepare(kit.partSize * 3 + 7)
      let wasAborted = false
      const first = prepared.send({
        onEvent(run) {
          const isSaved = run.parts.length > 0 || run.ref().state !== undefined
          if (wasAborted || (kit.transport.canPause && !isSaved)) return
          wasAborted = true
          run.abort()
        },
      })
      await first.result.catch((thrown: unknown) => thrown)
      check(wasAborted, 'there was no event at which to abort it')
      const survived = kit.transport.canPause ? kit.acceptedBytes() : 0
      const before = kit.acceptedBytes()
      const again = { ref: first.ref(), acknowledged: first.parts }
      await prepared.send(again).result
      await checkArrived(kit, prepared)
      const sent = kit.acceptedBytes() - before
      checkEqual(sent, prepared.file.size - survived, 'the bytes that were sent again')
    },
  },
]

/** All that a transport promises. */
export const transportCases: Readonly<Record<string, readonly TransportCase[]>> = {
  bytes: arriving,
  failures: failing,
  slots,
  parts,
}
