export { edgeCases } from './edge-cases.js'
export type { EdgeCase } from './edge-case.js'
export type {
  AstraCollabOptions,
  AstraCollabPermission,
} from './astracollab/astracollab-options.js'
export {
  startAstraCollab,
  type AstraCollabRequest,
  type AstraCollabServer,
} from './astracollab/start-astracollab.js'
export type { RocketChatOptions } from './rocketchat/rocket-chat-options.js'
export { startRocketChat, type RocketChatServer } from './rocketchat/start-rocket-chat.js'
export type { RoqCall } from './roq/graphql/graphql-routes.js'
export type { RoqFailure } from './roq/graphql/roq-failure.js'
export type { RoqCategory, RoqOptions } from './roq/roq-options.js'
export type { RoqPost } from './roq/storage/storage-app.js'
export { startRoq, type RoqServer } from './roq/start-roq.js'
