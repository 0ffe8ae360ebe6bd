import type { RocketChatSettings } from './rocket-chat-options.js'

const allowed = {
  'access-control-allow-origin': '*',
  'access-control-allow-methods': 'GET, POST, PUT, DELETE, HEAD, PATCH',
  'access-control-allow-headers':
    'Origin, X-Requested-With, Content-Type, Accept, X-User-Id, X-Auth-Token, x-visitor-token, Authorization',
}

/** A preflight's answer. Switched off, every page of another origin ends here. */
export function preflight({ hasCors }: RocketChatSettings): Response {
  return hasCors
    ? new Response(null, { status: 200, headers: allowed })
    : new Response('CORS not enabled.', { status: 405 })
}

/** What the API says of itself on any other answer, switched off or not: nothing is exposed. */
export function corsHeaders({
  exposesHeaders,
}: RocketChatSettings): Readonly<Record<string, string>> {
  return exposesHeaders
    ? { ...allowed, 'access-control-expose-headers': 'X-RateLimit-Reset, X-RateLimit-Remaining' }
    : allowed
}
