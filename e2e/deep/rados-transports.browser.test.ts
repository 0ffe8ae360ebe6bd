import {
  builtInTransports,
  defineAdapter,
  type SignedPart,
  type BuiltInTicketKind,
  type UploadRef,
  type UploadRequest,
  type UploadTicket,
} from 'loadline/core'
import { describeTransport, type TransportInstance } from 'loadline/testing/vitest'
import { describe, inject } from 'vitest'
import { occupyConnections } from '../support/occupy-connections.js'
import { tapStoreRequests } from '../support/tap-store-requests.js'
import type { UploadPlan } from './page/upload-page.js'
import type { RadosBackend } from './rados-backend.js'

const mib = 1_048_576

/** The transports of the package, whose tickets and parts the desk signs. */
async function createTransport(
  kind: BuiltInTicketKind,
  { deskUrl, bucket, largeUrl }: RadosBackend,
): Promise<TransportInstance> {
  let plan: UploadPlan = { kind, bucket, size: 0 }
  // Before the tap, which sees what goes to the store alone.
  const call = async (method: string, data: object): Promise<Response> => {
    const body = JSON.stringify({ plan, ...data })
    const answer = await fetch(`${deskUrl}/${method}`, { method: 'POST', body })
    if (!answer.ok) throw new Error(await answer.text())
    return answer
  }
  const adapter = defineAdapter({
    name: 'rados',
    features: { ticketKinds: [kind] },
    signParts: async (ref, parts) =>
      (await (await call('signParts', { ref, parts })).json()) as readonly SignedPart[],
  })
  const transport = builtInTransports(adapter).find((one) => one.kind === kind)
  if (transport === undefined) throw new Error(`There is no transport for "${kind}".`)
  const tap = tapStoreRequests(deskUrl)
  let release = (): void => undefined
  return {
    transport,
    async createTicket({ size, type }) {
      plan = { ...plan, size }
      const request: Pick<UploadRequest, 'clientId' | 'contentType'> = {
        clientId: crypto.randomUUID(),
        contentType: type,
      }
      return (await (await call('createUpload', { request })).json()) as UploadTicket
    },
    async readBytes(ticket) {
      const { clientId } = ticket
      const uploadId = 'uploadId' in ticket ? ticket.uploadId : undefined
      const ref = { clientId, uploadId } as unknown as UploadRef
      const answer = await call('read', { ref })
      return answer.status === 204 ? null : answer.blob()
    },
    acceptedBytes: () => tap.acceptedBytes(),
    refuse: () => tap.spoil(),
    hold: () => void (release = occupyConnections(largeUrl)),
    release: () => release(),
    requests: () => tap.requests,
    dispose: () => tap.remove(),
  }
}

function describeSuite(kind: BuiltInTicketKind, partSize: number): void {
  const rados = inject('rados')
  const isMissing = typeof rados === 'string'
  // The stage reads the reason from the title.
  describe.each([isMissing ? `not run: ${rados}` : 'RADOS Gateway'])('%s', () => {
    describe.skipIf(isMissing)('suite', () => {
      describeTransport(kind, {
        partSize,
        createTransport: () =>
          isMissing ? Promise.reject(new Error(rados)) : createTransport(kind, rados),
      })
    })
  })
}

describeSuite('put', 400_000)
// Small forms go by `fetch`, and large ones by `XMLHttpRequest`: with this size there are both.
describeSuite('form', 400_000)
// The least that S3 lets a part be that is not the last.
describeSuite('multipart', 5 * mib)
