import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'

export interface CrossOriginRules {
  /** Exact origins. The word `null`, which sandboxed pages and files send, is never one. */
  readonly origins: readonly string[]
  readonly methods: readonly string[]
  readonly requestHeaders: readonly string[]
  readonly exposedHeaders: readonly string[]
}

export function allowOrigins(rules: CrossOriginRules): MiddlewareHandler {
  const allowed = new Set(rules.origins.filter((origin) => origin !== 'null' && origin !== '*'))
  return cors({
    origin: (origin) => (allowed.has(origin) ? origin : null),
    allowMethods: [...rules.methods],
    allowHeaders: [...rules.requestHeaders],
    exposeHeaders: [...rules.exposedHeaders],
    // Two hours is the most that Chromium keeps.
    maxAge: 7200,
  })
}
