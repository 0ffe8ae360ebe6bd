import axios, { type AxiosInstance } from 'axios'
import { roqAdapter } from 'loadline/adapters/roq'
import {
  createUploadQueue,
  type FileAdapter,
  type OptionalMethods,
  type UploadQueueOptions,
  type UploadRequest,
  type UploadTask,
} from 'loadline/core'
import { startRoq, type RoqOptions, type RoqServer } from 'loadline-mock-backends'
import { makeFile } from 'loadline/testing'
import { onTestFinished } from 'vitest'

export type RoqAdapter = FileAdapter & OptionalMethods

export interface RoqSetting {
  readonly roq: RoqServer
  readonly adapter: RoqAdapter
}

interface SettingOptions extends RoqOptions {
  /** Plants a fault in the adapter. */
  readonly wrap?: (adapter: RoqAdapter, roq: RoqServer) => Partial<OptionalMethods>
  /** Changes what goes over the wire. */
  readonly onWire?: (http: AxiosInstance) => void
}

export const context = { signal: new AbortController().signal }

/** A server with one person who has no files, and an adapter that speaks for them. */
export async function roqSetting({ wrap, onWire, ...options }: SettingOptions = {}) {
  const roq = await startRoq(options)
  onTestFinished(() => roq.close())
  const http = axios.create()
  onWire?.(http)
  const token = await roq.issueToken(roq.addUser().id)
  const adapter = roqAdapter({
    host: roq.url,
    getToken: () => token,
    defaultCategory: 'USER_FILES',
    http,
  }) as RoqAdapter
  return { roq, adapter: { ...adapter, ...wrap?.(adapter, roq) } } satisfies RoqSetting
}

export function requestOf(changes: Partial<UploadRequest> = {}): UploadRequest {
  return {
    clientId: crypto.randomUUID(),
    name: 'file.txt',
    path: null,
    contentType: 'text/plain',
    size: 10,
    preferredKinds: ['form'],
    category: null,
    folderId: null,
    visibility: null,
    associations: [],
    metadata: {},
    isDraft: false,
    checksum: null,
    ...changes,
  }
}

/** Past any adapter: what ROQ has, whatever is planted. */
export async function storeFile({ roq, adapter }: RoqSetting, name = 'file.txt'): Promise<string> {
  const task = await upload({ roq, adapter }, makeFile({ name, type: 'text/plain', size: 10 }))
  return task.status === 'ready' ? task.file.id : ''
}

/** By a queue, to the end of it. */
export async function upload(
  { adapter }: RoqSetting,
  file: File,
  options: Partial<UploadQueueOptions> = {},
): Promise<UploadTask> {
  const queue = createUploadQueue({ adapter, retry: { baseDelayMs: 1 }, ...options })
  onTestFinished(queue.connect())
  const { ids } = queue.add([file])
  await queue.whenSettled(ids)
  const task = queue.getTask(ids[0] ?? '')
  if (task === undefined) throw new Error('The queue lost the upload.')
  return task
}

/** How often a root field was asked for. */
export function timesAsked({ calls }: RoqServer, field: string): number {
  return calls.filter(({ fields }) => fields.includes(field)).length
}
