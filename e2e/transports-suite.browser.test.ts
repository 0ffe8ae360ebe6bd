import { restAdapter } from 'loadline/adapters/rest'
import {
  builtInTransports,
  isUploadError,
  uploadFile,
  type BuiltInTicketKind,
  type UploadRef,
  type UploadRequest,
} from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { describeTransport, type TransportInstance } from 'loadline/testing/vitest'
import { beforeAll, inject } from 'vitest'
import { occupyConnections } from './support/occupy-connections.js'
import { tapStoreRequests } from './support/tap-store-requests.js'

const mib = 1_048_576
const apiUrl = inject('backendUrl')
const rest = restAdapter({ baseUrl: apiUrl })
// Without checksums: to hash parts of 16 MiB takes longer than all that is asked of a transport here.
const adapter = { ...rest, features: { ...rest.features, uploadFields: [] } }
const context = { signal: new AbortController().signal }
let largeUrl = ''

beforeAll(async () => {
  const large = await uploadFile(adapter, makeFile({ size: 32 * mib }))
  largeUrl = large.url ?? ''
})

function createTransport(kind: BuiltInTicketKind): Promise<TransportInstance> {
  const transport = builtInTransports(adapter).find((one) => one.kind === kind)
  if (transport === undefined) throw new Error(`There is no transport for "${kind}".`)
  const tap = tapStoreRequests(apiUrl)
  let request: UploadRequest
  let release = (): void => undefined
  return Promise.resolve({
    transport,
    async createTicket(file) {
      request = requestFor(kind, file)
      const ticket = await adapter.createUpload?.(request, context)
      if (ticket?.kind !== kind) throw new Error(`The ticket is of kind "${ticket?.kind}".`)
      return ticket
    },
    readBytes: ({ clientId, fileId }) => readBytes({ clientId, fileId, kind }, request),
    acceptedBytes: () => tap.acceptedBytes(),
    refuse: () => tap.spoil(),
    hold: () => void (release = occupyConnections(largeUrl)),
    release: () => release(),
    requests: () => tap.requests,
    dispose: () => tap.remove(),
  })
}

function requestFor(kind: BuiltInTicketKind, { name, type, size }: File): UploadRequest {
  return {
    clientId: crypto.randomUUID(),
    name,
    path: null,
    contentType: type,
    size,
    preferredKinds: [kind],
    category: null,
    folderId: null,
    visibility: null,
    associations: [],
    metadata: {},
    isDraft: false,
    checksum: null,
  }
}

/** What the store has can be read only of a file: the upload is finalised for it. */
async function readBytes(ref: UploadRef, request: UploadRequest): Promise<Blob | null> {
  try {
    const stored = await adapter.finalizeUpload?.({ ref, request, etag: null }, context)
    return await (await fetch(stored?.url ?? '')).blob()
  } catch (thrown) {
    if (isUploadError(thrown)) return null
    throw thrown
  }
}

describeTransport('put', { createTransport: () => createTransport('put'), partSize: 400_000 })
// Small forms go by `fetch`, and large ones by `XMLHttpRequest`: with this size there are both.
describeTransport('form', { createTransport: () => createTransport('form'), partSize: 400_000 })
describeTransport('multipart', {
  createTransport: () => createTransport('multipart'),
  partSize: 16 * mib,
  knownGaps: {
    'brings no bytes to the store': 'The backend has an empty file come by PUT, never in parts.',
  },
})
