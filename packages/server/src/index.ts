export type { Category } from './categories/category.js'
export { createServer, type ServerOptions } from './create-server.js'
export { createLog, type Log, type LogFields, type LogLevel } from './http/log.js'
export type { Identify, User } from './identity/identify.js'
export type { ServeOptions, Server } from './serve-database.js'
export {
  createDiskStore,
  type DiskStore,
  type DiskStoreOptions,
} from './store/disk/create-disk-store.js'
export type { PaceLimit } from './store/disk/read-body.js'
export type {
  GetGrant,
  MultipartRef,
  ObjectStore,
  PartGrant,
  PartPage,
  PostGrant,
  PutGrant,
  SignedForm,
  SignedRequest,
  StoredObject,
  StoredPart,
  StoreKind,
} from './store/object-store.js'
