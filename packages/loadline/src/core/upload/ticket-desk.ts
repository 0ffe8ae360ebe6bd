import { parseTicket, supports, toUploadError, UploadError } from '../contract/index.js'
import type {
  CallContext,
  Clock,
  FileAdapter,
  UploadRef,
  UploadRequest,
  UploadTask,
  UploadTicket,
} from '../contract/index.js'
import { CallBatcher } from './call-batcher.js'
import { neverAborted } from './never-aborted.js'
import type { PrivateUpload } from './private-upload.js'
import { refOf } from './ref-of.js'
import { isUsable, lifeOf } from './ticket-life.js'

export interface TicketDeskPorts {
  readonly adapter: FileAdapter
  readonly clock: Clock
  /** Whether an answer for this generation still matters. */
  isWanted(id: string, clientId: string): boolean
  abandon(ref: UploadRef): void
}

/** Where tickets are asked for, kept and renewed: one request in flight for each generation of a task. */
export class TicketDesk {
  readonly #ports: TicketDeskPorts
  readonly #creates: CallBatcher<UploadRequest, UploadTicket>
  readonly #inFlight = new Map<string, Promise<UploadTicket>>()
  /** Of the newest ticket, ms: what to expect of the next. */
  #lifeMs: number | null = null

  constructor(ports: TicketDeskPorts) {
    const { adapter, clock } = ports
    this.#ports = ports
    this.#creates = new CallBatcher(clock, {
      one: (request) => createOne(adapter, request),
      many: supports(adapter, 'createUploads')
        ? (requests) => adapter.createUploads(requests, { signal: neverAborted() })
        : null,
      maxItems: adapter.features.maxFilesPerBatch,
      maxWaitMs: 0,
      isIdle: () => true,
    })
  }

  get expectedLifeMs(): number | null {
    return this.#lifeMs
  }

  /** The ticket that is kept while enough of its life is left, else a new one, or a new signature. */
  async ticketFor(task: UploadTask, upload: PrivateUpload): Promise<UploadTicket> {
    if (upload.ticket !== null && this.#isFresh(upload.ticket)) return upload.ticket.ticket
    return this.#once(task, () => this.#obtain(task, upload))
  }

  /** A new signature for an upload that has one already. */
  async renew(task: UploadTask, upload: PrivateUpload): Promise<UploadTicket> {
    upload.ticket = null
    return this.#once(task, () => this.#obtain(task, upload))
  }

  /** Whether a ticket is older than its life, whatever the store says. */
  isExpired({ ticket, receivedAt }: NonNullable<PrivateUpload['ticket']>): boolean {
    return this.#ports.clock.monotonic() - receivedAt > lifeOf(ticket)
  }

  #isFresh({ ticket, receivedAt }: NonNullable<PrivateUpload['ticket']>): boolean {
    return isUsable(lifeOf(ticket), this.#ports.clock.monotonic() - receivedAt)
  }

  /** An upload that is paused and resumed meanwhile gets the same answer. */
  #once(task: UploadTask, ask: () => Promise<UploadTicket>): Promise<UploadTicket> {
    const known = this.#inFlight.get(task.clientId)
    if (known !== undefined) return known
    const asked = ask().finally(() => this.#inFlight.delete(task.clientId))
    this.#inFlight.set(task.clientId, asked)
    return asked
  }

  async #create(request: UploadRequest, id: string, upload: PrivateUpload): Promise<UploadTicket> {
    try {
      return await this.#creates.call(request)
    } catch (thrown) {
      const { clientId } = request
      const { code } = toUploadError(thrown)
      if (code === 'network' || code === 'timeout') {
        if (this.#ports.isWanted(id, clientId)) upload.mayBeCreated = true
        else this.#ports.abandon(refWithoutAnswer(clientId))
      }
      throw thrown
    }
  }

  async #obtain(
    { id, clientId, request }: UploadTask,
    upload: PrivateUpload,
  ): Promise<UploadTicket> {
    const { adapter, clock, isWanted, abandon } = this.#ports
    const known = upload.ref
    const answer =
      known !== null && supports(adapter, 'renewTicket')
        ? await adapter.renewTicket(known, { signal: neverAborted(), clientId })
        : await this.#create(request, id, upload)
    const ticket = parseTicket({ ...answer, clientId })
    const ref = refOf(ticket)
    if (!isWanted(id, clientId)) {
      abandon(ref)
      throw new UploadError('cancelled')
    }
    upload.ref = ref
    upload.ticket = { ticket, receivedAt: clock.monotonic() }
    this.#lifeMs = lifeOf(ticket)
    return ticket
  }
}

/** What is known of an upload whose create was not answered: enough to give it up. */
export function refWithoutAnswer(clientId: string): UploadRef {
  return { clientId, kind: 'put', fileId: null }
}

async function createOne(adapter: FileAdapter, request: UploadRequest): Promise<UploadTicket> {
  if (!supports(adapter, 'createUpload')) throw new UploadError('unsupported')
  const ctx: CallContext = { signal: neverAborted(), clientId: request.clientId }
  return adapter.createUpload(request, ctx)
}
