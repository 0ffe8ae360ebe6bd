import { readShape, type CallContext } from '../../core/index.js'
import { readFileRow, type FileRow } from './read-file-row.js'
import type { RocketChatClient } from './rocket-chat-client.js'
import type { RocketChatRoom } from './rocket-chat-options.js'

/** The most that one call answers; more is cut without a word. */
export const maxCount = 100

export interface RowPage {
  readonly rows: readonly FileRow[]
  readonly total: number
}

interface RowRange {
  readonly offset: number
  readonly count: number
}

const routeOfKind = {
  group: 'groups.files',
  channel: 'channels.files',
  direct: 'im.files',
} as const

/** Rows of the room, by one call. `count` is at least 1: 0 would mean all. */
export type ListRows = (
  range: RowRange,
  params: Readonly<Record<string, string>>,
  ctx: Pick<CallContext, 'signal'>,
) => Promise<RowPage>

export function rowLister(
  { get }: RocketChatClient,
  { kind }: RocketChatRoom,
  roomId: (signal: AbortSignal) => Promise<string>,
): ListRows {
  return async ({ offset, count }, params, ctx) => {
    const asked = {
      ...params,
      roomId: await roomId(ctx.signal),
      offset: String(offset),
      count: String(Math.min(Math.max(1, count), maxCount)),
    }
    const answer = readShape(await get(routeOfKind[kind], asked, ctx), 'answer')
    return { rows: answer.list('files').map(readFileRow), total: answer.count('total') }
  }
}
