export { rocketChatAdapter } from './rocket-chat-adapter.js'
export type {
  RocketChatAdapterOptions,
  RocketChatAuth,
  RocketChatRoom,
} from './rocket-chat-options.js'
