import { restAdapter } from 'loadline/adapters/rest'
import {
  createUploadQueue,
  type BuiltInTicketKind,
  type FileAdapter,
  type UploadTask,
  type UploadTicket,
} from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { describe, expect, inject, it, vi } from 'vitest'

const mib = 1_048_576
const context = { signal: new AbortController().signal }

type Moment = 'create-asked' | 'create-done' | 'finalize-asked' | 'finalize-done'

/** A point at which a call to the backend stands still until it is let go. */
function createGate() {
  let open = (): void => undefined
  let enter = (): void => undefined
  const opened = new Promise<void>((resolve) => (open = resolve))
  const entered = new Promise<void>((resolve) => (enter = resolve))
  const pass = async (): Promise<void> => {
    enter()
    await opened
  }
  return { pass, entered, open: () => open() }
}

/** The real backend, one call a file, that stands still at one moment, and what it signed. */
function adapterThatStopsAt(moment: Moment | null, kind: BuiltInTicketKind) {
  const rest = restAdapter({ baseUrl: inject('backendUrl') })
  const gate = createGate()
  const stop = async (at: Moment): Promise<void> => {
    if (at === moment) await gate.pass()
  }
  const tickets: UploadTicket[] = []
  const signedParts: { readonly url: string; readonly size: number }[] = []
  const adapter: FileAdapter = {
    ...rest,
    createUploads: undefined,
    finalizeUploads: undefined,
    // Without checksums, so that a part can be sent late with any bytes.
    features: { ...rest.features, ticketKinds: [kind], uploadFields: [] },
    async createUpload(request, ctx) {
      await stop('create-asked')
      const ticket = await rest.createUpload?.(request, ctx)
      if (ticket === undefined) throw new Error('There is no ticket.')
      tickets.push(ticket)
      await stop('create-done')
      return ticket
    },
    async signParts(ref, parts, ctx) {
      const signed = (await rest.signParts?.(ref, parts, ctx)) ?? []
      const sizeOf = (number: number) => parts.find((one) => one.partNumber === number)?.size ?? 0
      signedParts.push(...signed.map(({ url, partNumber }) => ({ url, size: sizeOf(partNumber) })))
      return signed
    },
    async finalizeUpload(upload, ctx) {
      await stop('finalize-asked')
      const file = await rest.finalizeUpload?.(upload, ctx)
      if (file === undefined) throw new Error('There is no file.')
      await stop('finalize-done')
      return file
    },
  }
  return { rest, adapter, gate, tickets, signedParts }
}

type Stopped = ReturnType<typeof adapterThatStopsAt>

/** Neither a row that waits or is listed, nor bytes, nor an upload in parts that takes more of them. */
async function expectNothingLeft(
  { rest, tickets, signedParts }: Stopped,
  { clientId, fileId }: UploadTask,
): Promise<void> {
  const ref = { clientId, fileId, kind: 'put' } as const
  await vi.waitFor(
    async () => {
      const found = await rest.lookupUpload?.(ref, context).catch(() => ({ state: 'gone' }))
      expect(found).toMatchObject({ state: 'gone' })
    },
    { timeout: 10_000 },
  )
  for (const { fileId: id } of tickets) {
    await expect(rest.getFile?.(id ?? '', context)).rejects.toMatchObject({ code: 'not-found' })
  }
  // The store itself says so of a part that comes late, under the signature that it was given.
  for (const { url, size } of signedParts) {
    const late = await fetch(url, { method: 'PUT', body: makeFile({ size, type: '' }) })
    expect(await late.text()).toContain('<Code>NoSuchUpload</Code>')
    expect(late.status).toBe(404)
  }
}

async function start(stopped: Stopped, size: number) {
  const queue = createUploadQueue({
    adapter: stopped.adapter,
    multipartThreshold: 0,
    maxRequestsPerOrigin: 1,
  })
  const disconnect = queue.connect()
  const { ids } = queue.add([makeFile({ size })])
  const id = ids[0] ?? ''
  const task = (): UploadTask => {
    const found = queue.getTask(id)
    if (found === undefined) throw new Error('There is no task.')
    return found
  }
  return { queue, ids, id, task, disconnect }
}

const moments: readonly Moment[] = [
  'create-asked',
  'create-done',
  'finalize-asked',
  'finalize-done',
]

describe.each(['put', 'form', 'multipart'] as const)('a cancelled upload by %s', (kind) => {
  it.each(moments)('leaves nothing at the backend: %s', async (moment) => {
    const stopped = adapterThatStopsAt(moment, kind)
    const { queue, ids, id, task, disconnect } = await start(stopped, 50_000)
    await stopped.gate.entered
    queue.cancel(id)
    expect(task().status).toBe('cancelled')
    const { clientId } = task()
    stopped.gate.open()
    expect((await queue.whenSettled(ids)).cancelled).toEqual(ids)
    await expectNothingLeft(stopped, { ...task(), clientId })
    disconnect()
  })

  it('leaves nothing at the backend: while bytes are on their way', async () => {
    const stopped = adapterThatStopsAt(null, kind)
    const size = kind === 'multipart' ? 16 * mib + 100_000 : 16 * mib
    const { queue, ids, id, task, disconnect } = await start(stopped, size)
    const isAtWork = (): boolean =>
      kind === 'multipart' ? task().confirmedBytes > 0 : task().status === 'uploading'
    await new Promise<void>((resolve) => {
      const stopWatching = queue.on(() => {
        if (!isAtWork()) return
        stopWatching()
        resolve()
      })
    })
    expect(task().status).toBe('uploading')
    queue.cancel(id)
    expect((await queue.whenSettled(ids)).cancelled).toEqual(ids)
    await expectNothingLeft(stopped, task())
    disconnect()
  })
})
