import { RocketChatError, succeeded, thrown, unauthorized } from './answers.js'
import type { Call } from './call.js'
import { callMethod, deleteMessage, deleteUpload } from './delete-files.js'
import { listFiles, listImages } from './list-files.js'
import { confirmMedia, uploadAndPost, uploadMedia } from './media.js'
import { me, roomInfo } from './server-info.js'
import type { VersionTraits } from './server-version.js'
import type { User, Workspace } from './workspace.js'

export interface ApiRoute {
  /** Also what the rate limit and planted failures know it by. */
  readonly name: string
  readonly method: 'GET' | 'POST'
  /** After the name. */
  readonly path: string
  answer(call: Call): Response | Promise<Response>
}

/** Those that need a sign-in, as far as the version has them. */
export function apiRoutes(traits: VersionTraits): readonly ApiRoute[] {
  const get = (name: string, answer: ApiRoute['answer']): ApiRoute => {
    return { name, method: 'GET', path: '', answer }
  }
  const post = (name: string, path: string, answer: ApiRoute['answer']): ApiRoute => {
    return { name, method: 'POST', path, answer }
  }
  return [
    get('me', me),
    get('rooms.info', roomInfo),
    get('rooms.images', listImages),
    get('groups.files', (call) => listFiles(call, 'group')),
    get('channels.files', (call) => listFiles(call, 'channel')),
    get('im.files', (call) => listFiles(call, 'direct')),
    get('dm.files', (call) => listFiles(call, 'direct')),
    post('rooms.media', '/:rid', uploadMedia),
    post('rooms.mediaConfirm', '/:rid/:fileId', confirmMedia),
    post('chat.delete', '', deleteMessage),
    ...(traits.hasRoomsUpload ? [post('rooms.upload', '/:rid', uploadAndPost)] : []),
    ...(traits.hasUploadsDelete ? [post('uploads.delete', '', deleteUpload)] : []),
    ...(traits.hasMethodCall ? [post('method.call', '/:method', callMethod)] : []),
  ]
}

export function info({ settings }: Workspace): Response {
  return succeeded({ version: settings.version })
}

/** Who asks by headers; `null`: nobody who is known. */
export function userOf({ users }: Workspace, headers: Headers): User | null {
  const user = users.get(headers.get('x-user-id') ?? '')
  return user !== undefined && user.authToken === headers.get('x-auth-token') ? user : null
}

export async function answerRoute(
  { answer }: ApiRoute,
  workspace: Workspace,
  call: Call | null,
): Promise<Response> {
  if (call === null) return unauthorized(workspace.traits)
  try {
    return await answer(call)
  } catch (error) {
    if (error instanceof RocketChatError) return thrown(error)
    throw error
  }
}
