import type { Context } from 'hono'
import type { RouterEnv } from '../http/router.js'
import type { Caller } from './lock-upload.js'

/** Of a route whose headers fit `fenceHeader`. */
export function readCaller(
  c: Context<RouterEnv>,
  headers: { readonly 'Upload-Fence'?: number | undefined },
): Caller {
  return { user: c.var.user, fence: headers['Upload-Fence'] ?? null }
}
