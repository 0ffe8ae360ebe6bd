import { serveApp } from '../serve-app.js'
import { createAstraCollabApp } from './astracollab-app.js'
import type { AstraCollabOptions } from './astracollab-options.js'
import { AstraCollabState, sha256Of, type NewFile } from './astracollab-state.js'

export interface AstraCollabRequest {
  readonly method: string
  readonly path: string
  readonly query: Readonly<Record<string, string>>
  readonly authorization: string | null
  readonly status: number
}

/** Answers in the place of the server, or changes what it answers. */
export type AstraCollabIntercept = (
  request: Request,
  answer: () => Promise<Response>,
) => Response | Promise<Response>

export interface AstraCollabServer {
  /** The API's base, `/v1` included. */
  readonly baseUrl: string
  /** All but preflights, in the order of their answers. */
  readonly requests: readonly AstraCollabRequest[]
  intercept(intercept: AstraCollabIntercept): void
  /** Ids in the order of their upload. */
  fileIds(): readonly string[]
  /** Hex. */
  sha256(fileId: string): string | undefined
  addFile(file: Partial<NewFile> & { readonly name: string }): string
  /** By itself, as if another client had. */
  deleteFolder(folderId: string): void
  /** Multipart uploads that are neither complete nor aborted. */
  openUploads(): readonly string[]
  expireUploads(): void
  expireKey(): void
  setInUse(fileId: string): void
  close(): Promise<void>
}

/** A local AstraCollab, as its documentation has it. */
export async function startAstraCollab(
  options: AstraCollabOptions = {},
): Promise<AstraCollabServer> {
  let state = new AstraCollabState(options, '')
  let intercept: AstraCollabIntercept = (_, answer) => answer()
  const requests: AstraCollabRequest[] = []
  const { url, close } = await serveApp((origin) => {
    state = new AstraCollabState(options, origin)
    const app = createAstraCollabApp(state)
    return async (request) => {
      const response = await intercept(request, async () => app.fetch(request))
      const { method } = request
      const { pathname: path, searchParams } = new URL(request.url)
      const authorization = request.headers.get('authorization')
      const query = Object.fromEntries(searchParams)
      const { status } = response
      if (method !== 'OPTIONS') requests.push({ method, path, query, authorization, status })
      return response
    }
  }, options)
  return {
    baseUrl: `${url}/v1`,
    requests,
    intercept: (next) => {
      intercept = next
    },
    fileIds: () => [...state.files.keys()],
    sha256: (fileId) => {
      const file = state.files.get(fileId)
      return file && sha256Of(file.bytes)
    },
    addFile: (file) => state.addFile({ type: 'text/plain', bytes: new Uint8Array(5), ...file }).id,
    deleteFolder: (folderId) => void state.folders.delete(folderId),
    openUploads: () => [...state.uploads.keys()],
    expireUploads: () => state.uploads.clear(),
    expireKey: () => {
      state.isKeyExpired = true
    },
    setInUse: (fileId) => void state.filesInUse.add(fileId),
    close,
  }
}
