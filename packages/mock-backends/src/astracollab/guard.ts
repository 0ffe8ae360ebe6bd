import { AstraCollabRefusal } from './astracollab-answers.js'
import type { AstraCollabPermission } from './astracollab-options.js'
import type { AstraCollabState } from './astracollab-state.js'

const everything: readonly AstraCollabPermission[] = [
  'files:read',
  'files:write',
  'folders:read',
  'folders:write',
]

/** Whose key it is, and what it is for. */
export function checkKey(request: Request, state: AstraCollabState): void {
  const { apiKey = 'ak_test', permissions = everything } = state.options
  if (request.headers.get('authorization') !== `Bearer ${apiKey}`) {
    throw new AstraCollabRefusal('INVALID_API_KEY', 'The API key is not valid')
  }
  if (state.isKeyExpired) throw new AstraCollabRefusal('API_KEY_EXPIRED', 'The API key has expired')
  const subject = new URL(request.url).pathname.startsWith('/v1/folders') ? 'folders' : 'files'
  const needed = `${subject}:${request.method === 'GET' ? 'read' : 'write'}` as const
  if (!permissions.includes(needed)) {
    throw new AstraCollabRefusal('INSUFFICIENT_PERMISSIONS', `The key lacks ${needed}`)
  }
}

/** So many calls in each window; their end is told in epoch seconds. */
export class RateLimit {
  readonly #state: AstraCollabState
  #windowEndsAt = 0
  #calls = 0

  constructor(state: AstraCollabState) {
    this.#state = state
  }

  /** The headers of every answer. */
  count(): Readonly<Record<string, string>> {
    const { calls, windowSeconds } = this.#limit
    const now = this.#state.now()
    if (now >= this.#windowEndsAt) {
      this.#windowEndsAt = now + windowSeconds * 1_000
      this.#calls = 0
    }
    this.#calls += 1
    return {
      'x-ratelimit-limit': String(calls),
      'x-ratelimit-remaining': String(Math.max(0, calls - this.#calls)),
      'x-ratelimit-reset': String(this.#reset),
    }
  }

  check(): void {
    const { calls } = this.#limit
    if (this.#calls <= calls) return
    throw new AstraCollabRefusal('RATE_LIMITED', 'Too many requests', {
      limit: calls,
      reset: this.#reset,
    })
  }

  get #limit() {
    return this.#state.options.rateLimit ?? { calls: 100_000, windowSeconds: 3_600 }
  }

  get #reset(): number {
    return Math.ceil(this.#windowEndsAt / 1_000)
  }
}
