import { UploadError } from '../contract/index.js'
import type {
  FileAdapter,
  MultipartTicket,
  PartToSign,
  SignedPart,
  StoreResponse,
  TransportInput,
  UploadedPart,
  UploadTransport,
} from '../contract/index.js'
import { assertStoreHeaders, assertStoreUrl } from '../http/store-url.js'
import { readBytes, sha256 } from './read-blob.js'
import { PartSigner } from './part-signer.js'
import { readStoreError } from './read-store-error.js'
import { sendByXhr } from './send-by-xhr.js'

/** Parts of one file on their way at once; the limiter of the origin holds over all files. */
const lanes = 4
const attemptsPerPart = 3
const baseDelayMs = 500

/** The parts of a plan: all of the ticket's size but the last. @throws UploadError where the ticket's plan does not fit. */
function planParts({ partSize, partCount }: MultipartTicket, size: number): readonly PartToSign[] {
  if (partSize < 1 || partCount !== Math.max(1, Math.ceil(size / partSize))) {
    throw new UploadError('server', {
      message: `${partCount} parts of ${partSize} bytes do not make a file of ${size}.`,
      isRetryable: false,
    })
  }
  return Array.from({ length: partCount }, (_, i) => ({
    partNumber: i + 1,
    size: Math.min(partSize, size - i * partSize),
  }))
}

/** Parts in parallel, signed in groups, each with its own retry; a pause keeps those that the store has. */
export function multipartTransport(
  adapter: FileAdapter,
  withChecksum: boolean,
): UploadTransport<'multipart'> {
  return {
    kind: 'multipart',
    canPause: true,
    async send(input) {
      const sending = new PartSending(adapter, input, withChecksum)
      return sending.run()
    },
  }
}

type Input = TransportInput<MultipartTicket>

class PartSending {
  readonly #adapter: FileAdapter
  readonly #input: Input
  readonly #signer: PartSigner
  readonly #done: Map<number, UploadedPart>
  readonly #inFlight = new Map<number, number>()
  readonly #failure = new AbortController()
  readonly #signal: AbortSignal
  #response: StoreResponse = { status: 200, headers: {}, body: '' }
  #origin: string | null = null

  constructor(adapter: FileAdapter, input: Input, withChecksum: boolean) {
    this.#adapter = adapter
    this.#input = input
    this.#signal = AbortSignal.any([input.signal, this.#failure.signal])
    this.#done = new Map(input.acknowledged.map((part) => [part.partNumber, part]))
    this.#signer = new PartSigner(adapter, input, { groupSize: lanes * 2, withChecksum })
  }

  async run() {
    const plan = planParts(this.#input.ticket, this.#input.file.size)
    const left = plan.filter(({ partNumber }) => !this.#done.has(partNumber))
    this.#tellProgress()
    const next = left.values()
    const lane = async (): Promise<void> => {
      for (const part of next) await this.#sendPart(part, left)
    }
    try {
      // A lane that reads or hashes a part does not hear of an abort before it is through.
      await Promise.race([
        Promise.all(Array.from({ length: lanes }, lane)),
        whenAborted(this.#input.signal),
      ])
    } catch (thrown) {
      this.#failure.abort()
      throw thrown
    }
    const parts = [...this.#done.values()].sort((a, b) => a.partNumber - b.partNumber)
    return { response: this.#response, etag: null, parts }
  }

  async #sendPart(part: PartToSign, plan: readonly PartToSign[]): Promise<void> {
    const { partSize } = this.#input.ticket
    const start = (part.partNumber - 1) * partSize
    // What is hashed is what is sent, and a file that cannot be read is known as such.
    const bytes = new Blob([await readBytes(this.#input.file.slice(start, start + part.size))])
    const checksum = this.#signer.withChecksum ? await sha256(bytes) : null
    for (let attempt = 1; ; attempt += 1) {
      try {
        const signed = await this.#signer.sign({ ...part, ...(checksum && { checksum }) }, plan)
        await this.#put(signed, bytes, checksum)
        return
      } catch (thrown) {
        this.#inFlight.delete(part.partNumber)
        if (this.#signal.aborted) throw new UploadError('cancelled')
        const error = thrown as UploadError
        const isSignature = error.code === 'forbidden' || error.code === 'ticket-expired'
        const mayRepeat = isSignature ? attempt === 1 : error.isRetryable
        if (!mayRepeat || attempt >= attemptsPerPart) throw thrown
        if (!isSignature) await this.#pause(baseDelayMs * 2 ** (attempt - 1) * Math.random())
      }
    }
  }

  async #put(
    { partNumber, url, headers }: SignedPart,
    bytes: Blob,
    checksum: string | null,
  ): Promise<void> {
    this.#assertSigned(url, headers)
    const { acquireSlot, headersFor, onPart, ref } = this.#input
    const release = await acquireSlot(url)
    try {
      const response = await sendByXhr({
        method: 'PUT',
        url,
        headers: { ...headers, ...(await headersFor(url)) },
        body: bytes,
        signal: this.#signal,
        onProgress: (loaded) => {
          this.#inFlight.set(partNumber, Math.min(loaded, bytes.size))
          this.#tellProgress()
        },
      })
      const error =
        this.#adapter.readStoreError?.(ref, response) ?? readStoreError(response, Date.now())
      if (error !== null) throw error
      const etag = this.#etagOf(response, partNumber)
      const part: UploadedPart = { partNumber, size: bytes.size, etag, checksum }
      this.#response = response
      this.#inFlight.delete(partNumber)
      this.#done.set(partNumber, part)
      onPart(part)
      this.#tellProgress()
    } finally {
      release()
    }
  }

  /** All parts go to the first one's origin. */
  #assertSigned(url: string, headers: SignedPart['headers']): void {
    const { origin } = assertStoreUrl(url)
    this.#origin ??= origin
    if (origin !== this.#origin) {
      throw new UploadError('forbidden', { message: "A part's address is of another origin." })
    }
    assertStoreHeaders(headers, new URL(url), this.#adapter.features.apiOrigins)
  }

  #etagOf(response: StoreResponse, partNumber: number): string | null {
    const { ref } = this.#input
    const read = this.#adapter.readStoreResponse?.(ref, response, partNumber).part?.etag
    const etag = read === undefined ? response.headers['etag'] : read
    if (etag !== undefined) return etag
    throw new UploadError('storage-cors', {
      status: response.status,
      message:
        'The store hides the ETag of a part. Add to the CORS rule of the bucket: "ExposeHeaders": ["ETag"].',
      details: { rule: { ExposeHeaders: ['ETag'] } },
    })
  }

  #tellProgress(): void {
    if (this.#signal.aborted) return
    let sent = 0
    for (const { size } of this.#done.values()) sent += size
    for (const loaded of this.#inFlight.values()) sent += loaded
    this.#input.onProgress(sent)
  }

  #pause(delayMs: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, delayMs)
      this.#signal.addEventListener('abort', () => {
        clearTimeout(timer)
        resolve()
      })
    })
  }
}

function whenAborted(signal: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    signal.addEventListener('abort', () => reject(new UploadError('cancelled')), { once: true })
  })
}
