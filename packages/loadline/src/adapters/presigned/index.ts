export { presignedAdapter, type PresignedAdapterOptions } from './presigned-adapter.js'
export type { FinalizeAnswer, FinalizeBody, SignAnswer, SignBody } from './routes.js'
