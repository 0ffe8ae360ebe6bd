import { parseSignedPart, supports, UploadError } from '../contract/index.js'
import type {
  FileAdapter,
  MultipartTicket,
  PartToSign,
  SignedPart,
  TransportInput,
} from '../contract/index.js'

export interface SigningOptions {
  /** Parts that are signed in one call. */
  readonly groupSize: number
  /** Where the adapter takes checksums, and has not signed all parts already. */
  readonly withChecksum: boolean
}

/**
 * Signatures of parts, asked for in groups: the part that is needed and those that come next. With checksums each
 * part is signed when its hash is known.
 */
export class PartSigner {
  readonly withChecksum: boolean
  readonly #adapter: FileAdapter
  readonly #input: TransportInput<MultipartTicket>
  readonly #groupSize: number
  readonly #signed = new Map<number, Promise<SignedPart>>()
  /** Also those whose signature was given out. */
  readonly #asked = new Set<number>()

  constructor(
    adapter: FileAdapter,
    input: TransportInput<MultipartTicket>,
    { groupSize, withChecksum }: SigningOptions,
  ) {
    const { parts } = input.ticket
    this.#adapter = adapter
    this.#input = input
    this.#groupSize = groupSize
    const takesChecksums = adapter.features.uploadFields.includes('checksum')
    this.withChecksum = withChecksum && parts === undefined && takesChecksums
    for (const part of parts ?? []) {
      this.#signed.set(part.partNumber, Promise.resolve(part))
      this.#asked.add(part.partNumber)
    }
  }

  /** A signature is given out once: who asks again wants a new one, where there is one to be had. */
  async sign(part: PartToSign, plan: readonly PartToSign[]): Promise<SignedPart> {
    const { partNumber } = part
    const known = this.#signed.get(partNumber)
    if (supports(this.#adapter, 'signParts')) this.#signed.delete(partNumber)
    if (known !== undefined) return known
    const from = plan.findIndex((one) => one.partNumber === partNumber)
    const next = this.withChecksum ? [] : plan.slice(from + 1, from + this.#groupSize)
    // Parts are read at the same time, so that a later one may well come first.
    const group = [part, ...next.filter((one) => !this.#asked.has(one.partNumber))]
    for (const one of group) this.#asked.add(one.partNumber)
    const asked = this.#ask(group)
    for (const one of group.slice(1)) {
      const signed = asked.then((parts) => find(parts, one.partNumber))
      // Whoever takes it meets the failure; who does not, need not.
      signed.catch(() => undefined)
      this.#signed.set(one.partNumber, signed)
    }
    return find(await asked, partNumber)
  }

  async #ask(group: readonly PartToSign[]): Promise<readonly SignedPart[]> {
    const { ref, signal } = this.#input
    if (!supports(this.#adapter, 'signParts')) {
      throw new UploadError('unsupported', { message: 'The adapter cannot sign parts.' })
    }
    const context = { signal, clientId: ref.clientId }
    return (await this.#adapter.signParts(ref, group, context)).map(parseSignedPart)
  }
}

function find(parts: readonly SignedPart[], partNumber: number): SignedPart {
  const found = parts.find((part) => part.partNumber === partNumber)
  if (found !== undefined) return found
  throw new UploadError('server', { message: `The backend did not sign part ${partNumber}.` })
}
