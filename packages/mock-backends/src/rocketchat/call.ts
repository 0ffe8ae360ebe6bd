import type { Context } from 'hono'
import type { Room, User, Workspace } from './workspace.js'
import { RocketChatError } from './answers.js'

/** One request of somebody who is signed in. */
export interface Call {
  readonly workspace: Workspace
  readonly user: User
  readonly request: Request
  readonly query: URLSearchParams
  /** Of the path. */
  param(name: string): string
}

export function callOf(context: Context, workspace: Workspace, user: User): Call {
  const { raw } = context.req
  return {
    workspace,
    user,
    request: raw,
    query: new URL(raw.url).searchParams,
    param: (name) => decodeURIComponent(context.req.param(name) ?? ''),
  }
}

/** @throws RocketChatError for a body that is no JSON object */
export async function bodyOf({ request }: Call): Promise<Readonly<Record<string, unknown>>> {
  const text = await request.text()
  if (text === '') return {}
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null) return body as Record<string, unknown>
  } catch {
    throw new RocketChatError('invalid-params', 'The body is not JSON')
  }
  throw new RocketChatError('invalid-params', 'The body is not an object')
}

/** @throws RocketChatError where there is no such room */
export function roomByIdOrName({ workspace, query }: Call): Room {
  const [id, name] = [query.get('roomId'), query.get('roomName')]
  if (id === null && name === null) {
    throw new RocketChatError('error-roomid-param-not-provided', 'A room must be given')
  }
  const rooms = [...workspace.rooms.values()]
  const room = rooms.find((one) => (id === null ? one.name === name : one.id === id))
  if (room === undefined) throw new RocketChatError('error-room-not-found', 'No such room')
  return room
}
