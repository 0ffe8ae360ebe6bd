import {
  parseStoredFile,
  parseTicket,
  supports,
  toUploadError,
  UploadError,
} from '../contract/index.js'
import type {
  AnyTransport,
  CallContext,
  FileAdapter,
  Step,
  StoredFile,
  StoredUpload,
  TicketKind,
  TransportInput,
  TransportResult,
  UploadRef,
  UploadTask,
  UploadTicket,
} from '../contract/index.js'
import type { OriginLimiter } from '../http/origin-limiter.js'
import { assertStoreHeaders, assertStoreUrl } from '../http/store-url.js'
import { readStoreError } from '../transports/read-store-error.js'
import type { UploadAnswer } from './upload-event.js'

/** What an attempt needs of the queue. */
export interface UploadPorts {
  readonly adapter: FileAdapter
  readonly transports: ReadonlyMap<TicketKind, AnyTransport>
  readonly limiter: OriginLimiter
  readonly allowedStoreOrigins: readonly string[] | undefined
  now(): number
  /** `false`: the task has moved on, this attempt is of the past. */
  dispatch(id: string, answer: UploadAnswer): boolean
  progress(id: string, epoch: number, sentBytes: number): void
  /** Tells the backend of a ticket, or a commit, that nobody waits for any more. */
  abandon(ref: UploadRef): void
  /** What a later attempt of the same generation, or a cancel, needs. */
  keep(id: string, kept: { readonly ref: UploadRef } | { readonly stored: StoredUpload }): void
}

export interface UploadAttempt {
  readonly task: UploadTask
  readonly file: Blob
  /** Of an earlier attempt of the same generation. */
  readonly ref: UploadRef | null
  /** Ends the transfer; a create or finalise in flight is never aborted, for that would hide its answer. */
  readonly signal: AbortSignal
}

const never = new AbortController().signal

/** One attempt: sign, store, finalise. It never rejects; every end of it is an event of the task. */
export async function runUpload(attempt: UploadAttempt, ports: UploadPorts): Promise<void> {
  const { id, epoch } = attempt.task
  let step: Step = 'create'
  try {
    const ticket = await obtainTicket(attempt, ports)
    const ref = refOf(ticket)
    if (!ports.dispatch(id, { type: 'ticket-received', epoch, fileId: ref.fileId })) {
      ports.abandon(ref)
      return
    }
    ports.keep(id, { ref })
    step = 'store'
    const result = await sendBytes(attempt, ticket, ports)
    const stored = storedUpload(attempt.task, ref, result)
    ports.keep(id, { stored })
    if (!ports.dispatch(id, { type: 'bytes-stored', epoch })) return
    await runFinalize({ id, epoch, stored }, ports)
  } catch (thrown) {
    ports.dispatch(id, { type: 'step-failed', epoch, error: toUploadError(thrown), step })
  }
}

/** The last step alone, for bytes that the store has. It never rejects. */
export async function runFinalize(
  { id, epoch, stored }: { id: string; epoch: number; stored: StoredUpload },
  ports: UploadPorts,
): Promise<void> {
  try {
    const file = await finalize(stored, ports)
    const at = ports.now()
    const isAwaited = ports.dispatch(id, { type: 'finalize-answered', epoch, file, at })
    if (!isAwaited) ports.abandon(stored.ref)
  } catch (thrown) {
    const error = toUploadError(thrown)
    const isAwaited = ports.dispatch(id, { type: 'step-failed', epoch, error, step: 'finalize' })
    if (!isAwaited) ports.abandon(stored.ref)
  }
}

async function obtainTicket(
  { task, ref }: UploadAttempt,
  ports: UploadPorts,
): Promise<UploadTicket> {
  const { adapter } = ports
  if (!supports(adapter, 'createUpload')) throw new UploadError('unsupported')
  const ctx: CallContext = { signal: never, clientId: task.clientId, attempt: task.epoch }
  const answer =
    ref !== null && supports(adapter, 'renewTicket')
      ? await adapter.renewTicket(ref, ctx)
      : await adapter.createUpload(task.request, ctx)
  return parseTicket(answer)
}

async function sendBytes(
  { task, file, signal }: UploadAttempt,
  ticket: UploadTicket,
  ports: UploadPorts,
): Promise<TransportResult> {
  const { adapter, limiter, allowedStoreOrigins } = ports
  const { apiOrigins } = adapter.features
  if ('url' in ticket) {
    const url = assertStoreUrl(ticket.url, { allowedOrigins: allowedStoreOrigins })
    assertStoreHeaders(ticket.headers, url, apiOrigins)
  }
  const ref = refOf(ticket)
  const result = await send(ports.transports, ticket, {
    ref,
    file,
    name: task.name,
    contentType: task.contentType,
    signal,
    acknowledged: [],
    onProgress: (sentBytes) => ports.progress(task.id, task.epoch, sentBytes),
    onPart: () => undefined,
    onRef: (next) => ports.keep(task.id, { ref: next }),
    acquireSlot: (url) => limiter.acquire(url, signal),
    headersFor: async (url) =>
      adapter.storeHeaders !== undefined && apiOrigins.includes(new URL(url).origin)
        ? adapter.storeHeaders(ref, url, { signal, clientId: task.clientId })
        : {},
  })
  const error =
    adapter.readStoreError?.(ref, result.response) ?? readStoreError(result.response, ports.now())
  if (error !== null) throw error
  return result
}

/** The cast: a map cannot say that its value's kind is its key, and the ticket's. */
function send(
  transports: ReadonlyMap<TicketKind, AnyTransport>,
  ticket: UploadTicket,
  input: Omit<TransportInput<UploadTicket>, 'ticket'>,
): Promise<TransportResult> {
  const transport = transports.get(ticket.kind)
  if (transport === undefined) {
    throw new UploadError('unsupported', {
      message: `No transport sends "${ticket.kind}" tickets. Give one in \`transports\`.`,
    })
  }
  const { send: sendTicket } = transport as {
    send(input: TransportInput<UploadTicket>): Promise<TransportResult>
  }
  return sendTicket.call(transport, { ...input, ticket })
}

function storedUpload(task: UploadTask, ref: UploadRef, result: TransportResult): StoredUpload {
  const { etag, parts, response } = result
  return { ref, request: task.request, etag, response, ...(parts === undefined ? {} : { parts }) }
}

async function finalize(stored: StoredUpload, { adapter }: UploadPorts): Promise<StoredFile> {
  if (!supports(adapter, 'finalizeUpload')) throw new UploadError('unsupported')
  const { clientId } = stored.ref
  return parseStoredFile(await adapter.finalizeUpload(stored, { signal: never, clientId }))
}

/** The part of a ticket that may be kept. */
function refOf(ticket: UploadTicket): UploadRef {
  return {
    clientId: ticket.clientId,
    kind: ticket.kind,
    fileId: ticket.fileId,
    ...(ticket.uploadId === undefined ? {} : { uploadId: ticket.uploadId }),
    ...(ticket.partSize === undefined ? {} : { partSize: ticket.partSize }),
    ...(ticket.partCount === undefined ? {} : { partCount: ticket.partCount }),
    ...(ticket.state === undefined ? {} : { state: ticket.state }),
  }
}
