import {
  createUploadQueue,
  defineAdapter,
  storedFile,
  type JsonValue,
  type StoredFileInput,
  type TicketKind,
} from 'loadline/core'
import { makeFile } from 'loadline/testing'

/** What one upload of a test is about: sent along with each call, so that the signing server need keep nothing. */
export interface UploadPlan {
  readonly kind: Extract<TicketKind, 'put' | 'form' | 'multipart'>
  readonly size: number
  readonly bucket: string
  /** Bytes that the policy of a form allows. */
  readonly policySize?: number
  /** `expired`: the first signature is; `tampered`: each is. */
  readonly signature?: 'good' | 'expired' | 'tampered'
  /** Whether the page meets the store under the page's own origin. */
  readonly isSameOrigin?: boolean
}

export interface UploadOutcome {
  readonly status: string | undefined
  readonly fileId: string | null
  readonly confirmedBytes: number
  /** Of the bytes that were chosen, in hexadecimal. */
  readonly sha256: string
  readonly error: {
    readonly code: string
    readonly message: string
    readonly details: Readonly<Record<string, JsonValue>>
  } | null
}

declare global {
  interface Window {
    uploadOne(plan: UploadPlan): Promise<UploadOutcome>
  }
}

function adapterFor(plan: UploadPlan) {
  const call = async <T>(method: string, data: object): Promise<T> => {
    const response = await fetch(`/sign/${method}`, {
      method: 'POST',
      body: JSON.stringify({ plan, ...data }),
    })
    if (!response.ok) throw new Error(await response.text())
    return (await response.json()) as T
  }
  return defineAdapter({
    name: 'rados',
    features: { ticketKinds: [plan.kind], apiOrigins: [location.origin] },
    createUpload: (request) => call('createUpload', { request }),
    renewTicket: (ref) => call('renewTicket', { ref }),
    signParts: (ref, parts) => call('signParts', { ref, parts }),
    finalizeUpload: async (upload) =>
      storedFile(await call<StoredFileInput>('finalizeUpload', { upload })),
  })
}

window.uploadOne = async (plan) => {
  const file = makeFile({ name: 'Überräschung <b>.png', size: plan.size, type: 'image/png' })
  const queue = createUploadQueue({
    adapter: adapterFor(plan),
    retry: { attemptsPerPart: 3, baseDelayMs: 50 },
  })
  const disconnect = queue.connect()
  const { ids } = queue.add([file])
  await queue.whenSettled(ids)
  const task = queue.getTask(ids[0] ?? '')
  disconnect()
  const failure = task?.status === 'failed' ? task.error : null
  return {
    status: task?.status,
    fileId: task?.fileId ?? null,
    confirmedBytes: task?.confirmedBytes ?? 0,
    sha256: await sha256(file),
    error: failure && {
      code: failure.code,
      message: failure.message,
      details: failure.details,
    },
  }
}

async function sha256(file: File): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('')
}
