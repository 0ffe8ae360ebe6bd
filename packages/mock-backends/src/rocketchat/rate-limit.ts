import type { Workspace } from './workspace.js'

interface Window {
  readonly resetAt: number
  readonly calls: number
}

/** So many calls of a route, for each address; here there is one. */
export class RateLimit {
  readonly #workspace: Workspace
  readonly #windows = new Map<string, Window>()

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  /** Counts a call. The headers tell the reset in epoch milliseconds; a refusal says its seconds in words alone. */
  count(route: string): {
    readonly headers: Record<string, string>
    readonly refusal: Response | null
  } {
    const { rateLimit } = this.#workspace.settings
    if (rateLimit === undefined) return { headers: {}, refusal: null }
    const now = this.#workspace.now()
    const old = this.#windows.get(route)
    const { resetAt, calls } =
      old !== undefined && old.resetAt > now ? old : { resetAt: now + rateLimit.ms, calls: 0 }
    this.#windows.set(route, { resetAt, calls: calls + 1 })
    const headers = {
      'x-ratelimit-limit': String(rateLimit.calls),
      'x-ratelimit-remaining': String(Math.max(0, rateLimit.calls - calls - 1)),
      'x-ratelimit-reset': String(resetAt),
    }
    if (calls < rateLimit.calls) return { headers, refusal: null }
    const seconds = Math.ceil((resetAt - now) / 1_000)
    const error = `Error, too many requests. Please slow down. You must wait ${seconds} seconds before trying this endpoint again. [error-too-many-requests]`
    return { headers, refusal: Response.json({ success: false, error }, { status: 429 }) }
  }
}
