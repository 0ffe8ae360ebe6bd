import {
  defineAdapter,
  storedFile,
  UploadError,
  type AdapterDefinition,
  type BuiltInTicketKind,
  type StoredUpload,
  type UploadTicket,
} from 'loadline/core'
import type { Room } from './scripted-room.js'

export interface ScriptedBackend {
  readonly partSize?: number
  readonly fields?: readonly (readonly [string, string])[]
  /** Replaces methods. */
  readonly methods?: Partial<AdapterDefinition>
}

/** What goes to the store, and what goes to the backend, each in a room of its own. */
export function splitRooms(store: Room, backend: Room): Room {
  const isStore = (path: string): boolean => /^(object|upload-)/.test(path)
  return { ...store, urlOf: (path) => (isStore(path) ? store : backend).urlOf(path) }
}

/** A backend whose every call and every transfer goes to the room, and stands in its ledger. */
export function scriptedAdapter(
  room: Room,
  kind: BuiltInTicketKind,
  { partSize = 100, fields = [], methods }: ScriptedBackend = {},
) {
  const call = async (path: string, body: unknown): Promise<void> => {
    const { ok, status } = await fetch(room.urlOf(path), {
      method: 'POST',
      body: JSON.stringify(body),
    })
    if (!ok) throw new UploadError('server', { status })
  }
  const finalized: StoredUpload[] = []
  let creates = 0
  const adapter = defineAdapter({
    name: 'scripted',
    async createUpload({ clientId, name, size }) {
      await call(`create/${name}`, { clientId })
      creates += 1
      const upload = { clientId, name, size, uploadId: `upload-${creates}` }
      return ticketsFor(room, upload, { partSize, fields })[kind]
    },
    async signParts({ uploadId }, parts) {
      await call(`sign/${uploadId}`, parts)
      return parts.map(({ partNumber }) => ({
        partNumber,
        url: room.urlOf(`${uploadId}/${partNumber}`),
        headers: {},
      }))
    },
    async finalizeUpload(upload) {
      await call(`finalize/${upload.request.name}`, {})
      finalized.push(upload)
      const { clientId, name, size } = upload.request
      return storedFile({ id: clientId, name, size, status: 'ready' })
    },
    abandonUpload: ({ clientId }) => call(`abandon/${clientId}`, {}),
    ...methods,
    features: {
      ticketKinds: [kind],
      createIsIdempotent: true,
      finalizeIsIdempotent: true,
      ...methods?.features,
    },
  })
  return { adapter, finalized }
}

function ticketsFor(
  room: Room,
  {
    clientId,
    name,
    size,
    uploadId,
  }: { clientId: string; name: string; size: number; uploadId: string },
  { partSize, fields }: Required<Pick<ScriptedBackend, 'partSize' | 'fields'>>,
): Record<BuiltInTicketKind, UploadTicket> {
  const base = { clientId, fileId: clientId, expiresAt: null, serverTime: null, maxSize: null }
  const toObject = { ...base, url: room.urlOf(`object/${name}`), headers: {} }
  return {
    put: { ...toObject, kind: 'put' },
    form: { ...toObject, kind: 'form', fields, fileField: 'file' },
    multipart: {
      ...base,
      kind: 'multipart',
      uploadId,
      partSize,
      partCount: Math.ceil(size / partSize),
    },
  }
}
