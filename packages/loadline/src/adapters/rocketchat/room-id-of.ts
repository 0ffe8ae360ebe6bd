import { readShape, UploadError } from '../../core/index.js'
import type { RocketChatClient } from './rocket-chat-client.js'
import type { RocketChatRoom } from './rocket-chat-options.js'
import { shareAnswer } from './share-answer.js'

const typeOfKind = { group: 'p', channel: 'c', direct: 'd' } as const

/** The room's id: given, or looked up by its name once. */
export function roomIdOf(
  { get }: RocketChatClient,
  { kind, id, name }: RocketChatRoom,
): (signal: AbortSignal) => Promise<string> {
  if (id !== undefined) return () => Promise.resolve(id)
  return shareAnswer(async (signal) => {
    const answer = readShape(await get('rooms.info', { roomName: name }, { signal }), 'answer')
    const room = readShape(answer.value['room'], 'room')
    if (room.text('t') === typeOfKind[kind]) return room.text('_id')
    throw new UploadError('not-found', {
      message: `The room "${name}" is no ${kind}: look at \`room.kind\` of the Rocket.Chat adapter.`,
    })
  })
}
