import { toUploadError, UploadError } from '../contract/index.js'
import type {
  AnyTransport,
  Clock,
  FileAdapter,
  Headers,
  StoredUpload,
  TicketKind,
  TransportInput,
  TransportResult,
  UploadTask,
  UploadTicket,
} from '../contract/index.js'
import type { Limiter } from '../http/limiter.js'
import { assertStoreHeaders, assertStoreUrl } from '../http/store-url.js'
import { readStoreError } from '../transports/read-store-error.js'
import type { PrivateUpload } from './private-upload.js'
import { refOf } from './ref-of.js'
import { StallWatch } from './stall-watch.js'
import type { TicketDesk } from './ticket-desk.js'
import type { ResumeTo, UploadAnswer } from './upload-event.js'

/** What an attempt needs of the queue. */
export interface UploadPorts {
  readonly adapter: FileAdapter
  readonly clock: Clock
  readonly desk: TicketDesk
  readonly transports: ReadonlyMap<TicketKind, AnyTransport>
  readonly limiter: Limiter
  readonly stallTimeoutMs: number
  /** Their transports tell no progress here: a long silence says nothing. */
  readonly silentKinds: ReadonlySet<TicketKind>
  readonly allowedStoreOrigins: readonly string[] | undefined
  task(id: string): UploadTask | undefined
  /** `false`: the task has moved on, this attempt is of the past. */
  dispatch(id: string, answer: UploadAnswer): boolean
  progress(id: string, epoch: number, sentBytes: number): void
  /** Applies `prepareFile` and the checksum. `false`: the task has moved on. */
  prepare(id: string, epoch: number): Promise<boolean>
  failed(id: string, epoch: number, step: ResumeTo, error: UploadError): void
}

/** One attempt: prepare, sign, store. Finalising is the queue's. It never rejects; every end of it is an event. */
export async function runUpload(
  id: string,
  upload: PrivateUpload,
  ports: UploadPorts,
): Promise<void> {
  const epoch = ports.task(id)?.epoch ?? -1
  upload.attempt = new AbortController()
  const { signal } = upload.attempt
  let step: ResumeTo = 'create'
  try {
    if (!(await ports.prepare(id, epoch))) return
    const task = ports.task(id)
    if (task?.epoch !== epoch) return
    const ticket = await ports.desk.ticketFor(task, upload)
    const { fileId, partCount = null } = ticket
    if (!ports.dispatch(id, { type: 'ticket-received', epoch, fileId, partCount })) return
    step = 'store'
    const result = await sendRenewing({ task, upload, ticket, signal }, ports)
    if (signal.aborted) return
    upload.stored = storedUpload(task, upload, ticket, result)
    ports.dispatch(id, { type: 'bytes-stored', epoch })
  } catch (thrown) {
    ports.failed(id, epoch, step, toUploadError(thrown))
  }
}

interface Sending {
  readonly task: UploadTask
  readonly upload: PrivateUpload
  readonly ticket: UploadTicket
  readonly signal: AbortSignal
}

/** The first refusal of a signature is answered by a new one, free of charge; the second is meant. */
async function sendRenewing(sending: Sending, ports: UploadPorts): Promise<TransportResult> {
  const { task, upload, signal } = sending
  try {
    return await send(sending, ports)
  } catch (thrown) {
    const error = toUploadError(thrown)
    const isOld = upload.ticket !== null && ports.desk.isExpired(upload.ticket)
    const isRefused = ['ticket-expired', 'forbidden'].includes(error.code) && error.status !== null
    if (signal.aborted || !(isRefused || (error.status === 0 && isOld))) throw error
    const ticket = await ports.desk.renew(task, upload)
    if (signal.aborted) throw error
    return send({ ...sending, ticket }, ports)
  }
}

async function send(sending: Sending, ports: UploadPorts): Promise<TransportResult> {
  const { task, upload, ticket } = sending
  const { adapter, clock, dispatch } = ports
  assertTicket(ticket, ports)
  const stalled = new AbortController()
  const { id, epoch, size } = task
  const watch = new StallWatch({
    clock,
    size,
    timeoutMs: ports.silentKinds.has(ticket.kind) ? Infinity : ports.stallTimeoutMs,
    onPhase: (phase) => {
      dispatch(id, { type: phase === 'stalled' ? 'sending-stalled' : 'sending-began', epoch })
    },
    onStalled: () => stalled.abort(),
  })
  const signal = AbortSignal.any([sending.signal, stalled.signal])
  try {
    const input = transportInput({ ...sending, signal }, ports)
    const result = await transportOf(ports.transports, ticket).send({
      ...input,
      onProgress(sentBytes) {
        if (signal.aborted) return
        watch.progress(sentBytes)
        if (sentBytes >= size) upload.isSentWhole = true
        input.onProgress(sentBytes)
      },
      async acquireSlot(url) {
        const leave = await input.acquireSlot(url)
        watch.requestBegan()
        if (ports.silentKinds.has(ticket.kind)) upload.isSentWhole = true
        return () => {
          watch.requestEnded()
          leave()
        }
      },
    })
    const ref = upload.ref ?? refOf(ticket)
    const error =
      adapter.readStoreError?.(ref, result.response) ?? readStoreError(result.response, clock.now())
    if (error !== null) throw error
    upload.ref = adapter.readStoreResponse?.(ref, result.response).ref ?? upload.ref
    return result
  } catch (thrown) {
    if (stalled.signal.aborted) throw new UploadError('stalled', { message: 'No byte moved.' })
    throw thrown
  } finally {
    watch.stop()
  }
}

function transportInput(
  { task, upload, ticket, signal }: Sending,
  ports: UploadPorts,
): TransportInput<UploadTicket> {
  const { adapter, limiter } = ports
  const { id, epoch, clientId } = task
  const ref = upload.ref ?? refOf(ticket)
  return {
    ticket,
    ref,
    file: upload.file,
    name: task.name,
    contentType: task.contentType,
    signal,
    acknowledged: upload.parts,
    onProgress: (sentBytes) => ports.progress(id, epoch, sentBytes),
    onPart(part) {
      if (signal.aborted) return
      const others = upload.parts.filter(({ partNumber }) => partNumber !== part.partNumber)
      const parts = [...others, part]
      upload.parts = parts
      upload.failures.store = 0
      const confirmedBytes = parts.reduce((sum, one) => sum + one.size, 0)
      ports.dispatch(id, { type: 'part-stored', epoch, done: parts.length, confirmedBytes })
    },
    onRef(next) {
      if (!signal.aborted) upload.ref = next
    },
    acquireSlot: (url) => limiter.acquire(new URL(url).origin, signal),
    async headersFor(url): Promise<Headers> {
      const isOwn = adapter.features.apiOrigins.includes(new URL(url).origin)
      if (!isOwn || adapter.storeHeaders === undefined) return {}
      return adapter.storeHeaders(ref, url, { signal, clientId })
    },
  }
}

function assertTicket(ticket: UploadTicket, { adapter, allowedStoreOrigins }: UploadPorts): void {
  const signed =
    'url' in ticket
      ? [ticket]
      : ((ticket as { parts?: readonly { url: string; headers: Headers }[] }).parts ?? [])
  for (const { url, headers } of signed) {
    const checked = assertStoreUrl(url, { allowedOrigins: allowedStoreOrigins })
    assertStoreHeaders(headers, checked, adapter.features.apiOrigins)
  }
}

/** The cast: a map cannot say that its value's kind is its key, and the ticket's. */
function transportOf(
  transports: ReadonlyMap<TicketKind, AnyTransport>,
  { kind }: UploadTicket,
): { send(input: TransportInput<UploadTicket>): Promise<TransportResult> } {
  const transport = transports.get(kind)
  if (transport === undefined) {
    throw new UploadError('unsupported', {
      message: `No transport sends "${kind}" tickets. Give one in \`transports\`.`,
    })
  }
  return transport
}

function storedUpload(
  { request }: UploadTask,
  { ref }: PrivateUpload,
  ticket: UploadTicket,
  { etag, parts, response }: TransportResult,
): StoredUpload {
  const kept = ref ?? refOf(ticket)
  return { ref: kept, request, etag, response, ...(parts === undefined ? {} : { parts }) }
}
