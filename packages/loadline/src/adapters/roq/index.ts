export type { RoqApiVersion } from './operations.js'
export { roqAdapter, type RoqAdapterOptions } from './roq-adapter.js'
