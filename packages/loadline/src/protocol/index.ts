export type * from './files.js'
export type * from './problem.js'
export type * from './uploads.js'
