import { failed, succeeded } from './answers.js'
import { roomByIdOrName, type Call } from './call.js'
import type { User, Workspace } from './workspace.js'

/** What a server has besides, before and after the few that uploads need. */
const otherSettings = Array.from({ length: 70 }, (_, index) => ({
  _id: `Accounts_Setting_${String(index).padStart(2, '0')}`,
  value: index,
}))

/** Without a sign-in. Older servers do not look at `_id`, and answer a page of all. */
export function publicSettings({ settings, traits }: Workspace, query: URLSearchParams): Response {
  const all = [
    ...otherSettings,
    { _id: 'FileUpload_Enabled', value: settings.uploadsEnabled },
    { _id: 'FileUpload_Enabled_Direct', value: settings.directUploadsEnabled },
    { _id: 'FileUpload_MaxFileSize', value: settings.maxFileSize },
    { _id: 'FileUpload_MediaTypeWhiteList', value: settings.typeWhiteList },
    { _id: 'FileUpload_MediaTypeBlackList', value: settings.typeBlackList },
    { _id: 'FileUpload_ProtectFiles', value: settings.protectsFiles },
  ]
  const asked = traits.settingsById ? query.get('_id')?.split(',') : undefined
  const found = asked === undefined ? all : all.filter(({ _id }) => asked.includes(_id))
  const offset = Number(query.get('offset') ?? 0)
  const count = Math.min(Number(query.get('count') ?? settings.defaultCount), settings.upperCount)
  const page = found.slice(offset, offset + count)
  return succeeded({ settings: page, count: page.length, offset, total: found.length })
}

/** `rooms.info`. */
export function roomInfo(call: Call): Response {
  const room = roomByIdOrName(call)
  if (!call.workspace.canAccess(room, call.user)) return failed('not-allowed')
  const { id, t, name, members } = room
  return succeeded({
    room: { _id: id, t, ...(name !== null && { name }), usersCount: members.size },
  })
}

export function me({ user }: Call): Response {
  return succeeded(publicUser(user))
}

/** `login`. Everybody's password is `secret`. */
export async function login({ users }: Workspace, request: Request): Promise<Response> {
  const { user: name, username, password } = (await request.json()) as Record<string, unknown>
  const found = [...users.values()].find((one) => one.username === (name ?? username))
  if (found === undefined || password !== 'secret') {
    const body = { status: 'error', error: 'Unauthorized', message: 'Unauthorized' }
    return Response.json(body, { status: 401 })
  }
  const { id, authToken } = found
  const data = { userId: id, authToken, me: publicUser(found) }
  return succeeded({ status: 'success', data })
}

function publicUser({ id, username, name }: User): Readonly<Record<string, string>> {
  return { _id: id, username, name }
}
