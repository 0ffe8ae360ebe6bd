import { startRocketChat, type RocketChatOptions } from 'loadline-mock-backends'

/** A room to upload to, as a page must be told of it. */
export interface ServedRocketChat {
  readonly url: string
  readonly roomId: string
  readonly auth: { readonly userId: string; readonly authToken: string }
}

export interface ServedRocketChats {
  /** Lets pages of other origins in. */
  readonly open: ServedRocketChat
  /** The same, but for one call of a route a minute. */
  readonly limited: ServedRocketChat
  /** As the vendor delivers it: no page of another origin. */
  readonly closed: ServedRocketChat
}

export async function serveRocketChats(): Promise<{
  readonly rooms: ServedRocketChats
  close(): Promise<void>
}> {
  const closing: (() => Promise<void>)[] = []
  const serve = async (options: RocketChatOptions): Promise<ServedRocketChat> => {
    const { url, user, workspace, close } = await startRocketChat(options)
    closing.push(close)
    const { id: roomId } = workspace.addRoom('group', 'files', [user])
    return { url, roomId, auth: { userId: user.id, authToken: user.authToken } }
  }
  const open = await serve({ hasCors: true })
  const limited = await serve({ hasCors: true, rateLimit: { calls: 1, ms: 60_000 } })
  const rooms = { open, limited, closed: await serve({}) }
  return {
    rooms,
    close: async () => void (await Promise.all(closing.map((close) => close()))),
  }
}
