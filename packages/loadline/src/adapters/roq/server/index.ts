export { roqServerAdapter, type RoqServerAdapterOptions } from './roq-server-adapter.js'
