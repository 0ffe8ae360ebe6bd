export { restAdapter, type RestAdapterOptions } from './rest-adapter.js'
