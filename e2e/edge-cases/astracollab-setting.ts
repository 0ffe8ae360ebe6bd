import axios, { type AxiosError, type AxiosResponse, type InternalAxiosRequestConfig } from 'axios'
import { astraCollabAdapter } from 'loadline/adapters/astracollab'
import {
  createUploadQueue,
  type FileAdapter,
  type HttpClient,
  type OptionalMethods,
  type UploadTask,
} from 'loadline/core'
import { makeFile } from 'loadline/testing'
import { createHash } from 'node:crypto'
import {
  startAstraCollab,
  type AstraCollabOptions,
  type AstraCollabServer,
} from 'loadline-mock-backends'
import { afterEach } from 'vitest'

export interface AstraCollabSetting {
  readonly server: AstraCollabServer
  readonly adapter: FileAdapter & OptionalMethods
  /** Another server of the same kind, with other options. */
  readonly beside: (options: AstraCollabOptions) => Promise<AstraCollabSetting>
}

/** Faults to plant: in what is sent, in what is read, or in the adapter itself. */
export interface Faults {
  readonly send?: (config: InternalAxiosRequestConfig) => void
  /** Of successes and refusals alike. */
  readonly read?: (response: AxiosResponse) => void
  readonly adapt?: (adapter: FileAdapter & OptionalMethods) => Partial<FileAdapter>
}

export const ctx = { signal: new AbortController().signal }

let servers: AstraCollabServer[] = []

afterEach(async () => {
  const open = servers
  servers = []
  await Promise.all(open.map((server) => server.close()))
})

export async function setUp(
  options: AstraCollabOptions = {},
  faults: Faults = {},
): Promise<AstraCollabSetting> {
  const server = await startAstraCollab(options)
  servers.push(server)
  const made = astraCollabAdapter({
    baseUrl: server.baseUrl,
    getToken: () => 'ak_test',
    http: clientWith(faults),
  }) as FileAdapter & OptionalMethods
  const adapter = { ...made, ...faults.adapt?.(made) } as FileAdapter & OptionalMethods
  return { server, adapter, beside: (others) => setUp({ ...options, ...others }, faults) }
}

function clientWith({ send, read }: Faults): HttpClient {
  const client = axios.create()
  client.interceptors.request.use((config) => {
    send?.(config)
    return config
  })
  client.interceptors.response.use(
    (response) => {
      read?.(response)
      return response
    },
    (error: AxiosError) => {
      if (error.response !== undefined) read?.(error.response)
      return Promise.reject(error)
    },
  )
  return client
}

/** All files of a list by name, page by page. @param limits of each page; the last for all others */
export async function namesOf(
  { adapter }: AstraCollabSetting,
  limits: readonly number[],
): Promise<readonly string[]> {
  const names: string[] = []
  let cursor: string | null = null
  for (let page = 0; page < 20; page += 1) {
    const limit = limits[page] ?? limits.at(-1) ?? 1
    const answer = await adapter.listFiles(
      { limit, cursor, sort: { key: 'name', direction: 'asc' } },
      ctx,
    )
    names.push(...answer.files.map(({ name }) => name))
    cursor = answer.nextCursor
    if (cursor === null) return names
  }
  return names
}

export interface Sent {
  readonly task: UploadTask | undefined
  readonly sha256: string
}

/** By a queue, in parts. @param meanwhile what happens once it has begun */
export async function uploadInParts(
  { adapter }: AstraCollabSetting,
  meanwhile?: (cancel: () => void) => Promise<void>,
): Promise<Sent> {
  const retry = { baseDelayMs: 1, maxDelayMs: 5 }
  const queue = createUploadQueue({ adapter, multipartThreshold: 1, retry })
  const disconnect = queue.connect()
  const file = makeFile({ name: 'plan.pdf', size: 2_500, type: 'application/pdf' })
  const { ids } = queue.add([file])
  await meanwhile?.(() => queue.cancel())
  await queue.whenSettled(ids)
  disconnect()
  const bytes = new Uint8Array(await file.arrayBuffer())
  return {
    task: queue.getTask(ids[0] ?? ''),
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}

/** As the vendor says no. */
export function refusal(code: string, status: number, details: object = {}): Response {
  return Response.json({ success: false, error: { code, message: code, details } }, { status })
}
