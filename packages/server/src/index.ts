export type { Category } from './categories/category.js'
export { createServer, type Server, type ServerOptions } from './create-server.js'
export { createLog, type Log, type LogFields, type LogLevel } from './http/log.js'
export type { Identify, User } from './identity/identify.js'
export {
  createDiskStore,
  type DiskStore,
  type DiskStoreOptions,
} from './store/disk/create-disk-store.js'
export type { PaceLimit } from './store/disk/receive-object.js'
export type {
  GetGrant,
  ObjectStore,
  PutGrant,
  SignedRequest,
  StoredObject,
} from './store/object-store.js'
