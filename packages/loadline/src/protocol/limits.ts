import type { FileLimits } from '../core/contract/index.js'

/** `GET /limits`: of the caller; `null`: there is none, or it is not counted. */
export type GetLimitsAnswer = FileLimits
