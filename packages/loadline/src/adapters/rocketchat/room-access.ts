import type { CallContext } from '../../core/index.js'
import type { ListRows } from './row-lister.js'
import type { RocketChatClient } from './rocket-chat-client.js'
import type { RocketChatRoom } from './rocket-chat-options.js'
import type { ServerAbilities } from './server-abilities.js'
import type { UploadRules } from './upload-rules.js'

/** One room of one server: what the adapter's methods share. */
export interface RoomAccess {
  readonly client: RocketChatClient
  readonly abilities: ServerAbilities
  readonly kind: RocketChatRoom['kind']
  readonly listRows: ListRows
  /** By a file's id: the messages that are known to show one. */
  readonly messageIds: Map<string, string>
  roomId(signal: CallContext['signal']): Promise<string>
  rules(signal: CallContext['signal']): Promise<UploadRules>
}
