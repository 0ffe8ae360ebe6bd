import { refOf } from '../../../core/index.js'
import type {
  AnyTransport,
  TransportInput,
  TransportResult,
  UploadedPart,
  UploadRef,
  UploadTicket,
} from '../../../core/index.js'

type AnyInput = TransportInput<UploadTicket>

export interface TransportRunOptions {
  readonly ref?: UploadRef | undefined
  readonly acknowledged?: readonly UploadedPart[] | undefined
  readonly headers?: Readonly<Record<string, string>> | undefined
  /** Asked before each slot is given. */
  readonly beforeSlot?: ((url: string) => Promise<void>) | undefined
  /** Told with each event of the transport. */
  readonly onEvent?: ((run: TransportRun) => void) | undefined
}

/** One sending, and all that the transport told meanwhile. */
export interface TransportRun {
  readonly result: Promise<TransportResult>
  readonly progress: readonly number[]
  readonly parts: readonly UploadedPart[]
  readonly slotUrls: readonly string[]
  /** Slots that were taken and not given back. */
  openSlots(): number
  /** The last that was told, else the one it began with. */
  ref(): UploadRef
  abort(): void
}

export function runTransport(
  transport: AnyTransport,
  ticket: UploadTicket,
  file: File,
  options: TransportRunOptions = {},
): TransportRun {
  const controller = new AbortController()
  const progress: number[] = []
  const parts: UploadedPart[] = []
  const slotUrls: string[] = []
  let open = 0
  let ref = options.ref ?? refOf(ticket)
  const tell = (): void => options.onEvent?.(run)
  const input: AnyInput = {
    ticket,
    ref,
    file,
    name: file.name,
    contentType: file.type,
    signal: controller.signal,
    acknowledged: options.acknowledged ?? [],
    onProgress: (sentBytes) => (progress.push(sentBytes), tell()),
    onPart: (part) => (parts.push(part), tell()),
    onRef: (next) => ((ref = next), tell()),
    headersFor: () => Promise.resolve(options.headers ?? {}),
    async acquireSlot(url) {
      slotUrls.push(url)
      await options.beforeSlot?.(url)
      open += 1
      return () => void (open -= 1)
    },
  }
  const result = Promise.resolve().then(() => transport.send(input as never))
  const run = {
    result,
    progress,
    parts,
    slotUrls,
    openSlots: () => open,
    ref: () => ref,
    abort: () => controller.abort(),
  }
  return run
}
