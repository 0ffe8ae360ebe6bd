import axios from 'axios'
import { rocketChatAdapter } from 'loadline/adapters/rocketchat'
import {
  builtInTransports,
  parseTicket,
  refOf,
  type FileAdapter,
  type FilePage,
  type HttpClient,
  type HttpRequest,
  type StoredFile,
  type StoredUpload,
  type UploadRequest,
} from 'loadline/core'
import {
  startRocketChat,
  type RocketChatOptions,
  type RocketChatServer,
} from 'loadline-mock-backends'
import { sendWith } from 'loadline/testing/vitest'

export const ctx = { signal: new AbortController().signal }

export interface RocketChatSetting {
  readonly server: RocketChatServer
  readonly adapter: FileAdapter
  /** Of somebody who comes later, and has seen nothing yet. */
  readonly laterAdapter: FileAdapter
  readonly roomId: string
}

export interface SettingOptions {
  readonly server?: RocketChatOptions
  readonly kind?: 'group' | 'channel' | 'direct'
  /** What the adapter is told, where that is not so. */
  readonly toldVersion?: string
  /** Spoils or bends each request on its way. */
  readonly bend?: (request: HttpRequest) => HttpRequest
  /** Spoils each answer. */
  readonly bendAnswer?: (body: unknown) => unknown
  /** An adapter that does something wrong. */
  readonly wrong?: (adapter: FileAdapter) => Partial<FileAdapter>
}

const running: RocketChatServer[] = []

export async function closeServers(): Promise<void> {
  for (const server of running.splice(0)) await server.close()
}

export async function rocketChatSetting({
  server: options = {},
  kind = 'group',
  toldVersion,
  bend = (request) => request,
  bendAnswer,
  wrong,
}: SettingOptions = {}): Promise<RocketChatSetting> {
  const server = await startRocketChat(options)
  running.push(server)
  const { url, workspace, user } = server
  const { id: roomId } = workspace.addRoom(kind, 'files', [user])
  const http: HttpClient = {
    async request(request) {
      const answer = await axios.request<unknown>(bend(request))
      return bendAnswer === undefined ? answer : bendAnswer(answer.data)
    },
  }
  const makeAdapter = (): FileAdapter => {
    const adapter = rocketChatAdapter({
      baseUrl: url,
      // Both, as who has both may well write: the types refuse it.
      room: { kind, id: roomId, name: 'files' } as never,
      getAuth: () => ({ userId: user.id, authToken: user.authToken }),
      serverVersion: toldVersion ?? workspace.settings.version,
      http,
    })
    return { ...adapter, ...wrong?.(adapter) }
  }
  return { server, roomId, adapter: makeAdapter(), laterAdapter: makeAdapter() }
}

/** A request with other parameters. */
export function withParams(
  request: HttpRequest,
  change: (params: URLSearchParams) => void,
): HttpRequest {
  const params = new URLSearchParams(request.params)
  if (request.url.endsWith('.files')) change(params)
  return { ...request, params }
}

export interface SeededFile {
  readonly name: string
  readonly type?: string
}

/** Files that others have posted, without their messages. */
export function seed({ server, roomId }: RocketChatSetting, files: readonly SeededFile[]): void {
  const { workspace, user } = server
  for (const { name, type = 'text/plain' } of files) {
    workspace.addUpload(roomId, new TextEncoder().encode(name), {
      ...{ name, type, typeGroup: type.split('/')[0], size: name.length, userId: user.id },
      ...{ complete: true, uploading: false, uploadedAt: workspace.isoNow() },
    })
  }
}

/** What a promise came to: its value, or its error. */
export async function outcomeOf<T>(promise: Promise<T> | undefined): Promise<T | Error> {
  try {
    return (await promise) as T
  } catch (error) {
    return error as Error
  }
}

/** All pages; an error ends them. */
export async function listAll(
  { adapter }: Pick<RocketChatSetting, 'adapter'>,
  limit: number,
): Promise<readonly StoredFile[]> {
  const found: StoredFile[] = []
  let cursor: string | null = null
  for (let page = 0; page < 100; page += 1) {
    const answer: FilePage | undefined = await adapter.listFiles?.({ limit, cursor }, ctx)
    found.push(...(answer?.files ?? []))
    cursor = answer?.nextCursor ?? null
    if (cursor === null) break
  }
  return found
}

export function requestOf(file: File): UploadRequest {
  return {
    ...{ clientId: crypto.randomUUID(), name: file.name, path: null, contentType: file.type },
    ...{ size: file.size, preferredKinds: ['form'], category: null, folderId: null },
    ...{ visibility: null, associations: [], metadata: {}, isDraft: false, checksum: null },
  }
}

/** A file whose bytes the server has, unconfirmed. */
export async function storeFile({ adapter }: RocketChatSetting, file: File): Promise<StoredUpload> {
  const request = requestOf(file)
  const ticket = parseTicket(await adapter.createUpload?.(request, ctx))
  const {
    status,
    headers = {},
    body = '',
  } = await sendWith(builtInTransports(adapter), adapter)(ticket, file)
  const response = { status, headers, body }
  const ref = adapter.readStoreResponse?.(refOf(ticket), response).ref ?? refOf(ticket)
  return { ref, request, etag: null, response }
}

/** What of a route was asked. */
export function askedOf({ server }: RocketChatSetting, route: string): readonly URL[] {
  return server.seen.filter((one) => one.route === route).map(({ url }) => url)
}
