export type { Category } from './categories/category.js'
export { createServer, type ServerOptions } from './create-server.js'
export { createLog, type Log, type LogFields, type LogLevel } from './http/log.js'
export { demoUserHeader, identifyDemoUser } from './identity/demo-identity.js'
export type { Access, Identify, Identity as User } from './identity/identify.js'
export { identifyByToken, type TokenOptions } from './identity/token-identity.js'
export type { LimitOptions } from './limits/limits.js'
export type { ProcessingOptions } from './processing/processing-options.js'
export type {
  ProcessedFile,
  ProcessedObject,
  ProcessFile,
  ProcessResult,
} from './processing/process-file.js'
export type { ServeOptions } from './serve-options.js'
export type { Server } from './server.js'
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
export type { SweepOptions } from './sweeper/sweep-options.js'
export type { SweepReport } from './sweeper/sweep-report.js'
