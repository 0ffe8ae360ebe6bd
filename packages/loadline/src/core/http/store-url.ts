import { UploadError } from '../contract/index.js'
import type { Headers } from '../contract/index.js'

const loopback = /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/

export interface StoreUrlRules {
  readonly allowedOrigins?: readonly string[] | undefined
}

/**
 * Checks a URL that the backend wants bytes sent to, before anything is sent.
 * It must be absolute, without user info, and https; http passes where the page itself is http, or for a loopback host.
 * @throws UploadError `forbidden`
 */
export function assertStoreUrl(url: string, { allowedOrigins }: StoreUrlRules = {}): URL {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed === null) throw refused('it is not an absolute URL')
  if (parsed.username !== '' || parsed.password !== '') throw refused('it holds user info')
  if (!isSecureEnough(parsed)) throw refused('it must be https')
  if (allowedOrigins !== undefined && !allowedOrigins.includes(parsed.origin)) {
    throw refused(`its origin ${parsed.origin} is not among allowedStoreOrigins`)
  }
  return parsed
}

/**
 * Checks the headers that a ticket wants sent: none that speak for the page or its user.
 * @throws UploadError `forbidden`
 */
export function assertStoreHeaders(
  headers: Headers,
  url: URL,
  apiOrigins: readonly string[],
): void {
  for (const name of Object.keys(headers).map((one) => one.toLowerCase())) {
    const isOwn = ['cookie', 'host', 'origin'].includes(name)
    if (isOwn || (name === 'authorization' && !apiOrigins.includes(url.origin))) {
      throw refused(`it comes with the header "${name}"`)
    }
  }
}

function isSecureEnough(url: URL): boolean {
  if (url.protocol === 'https:') return true
  if (url.protocol !== 'http:') return false
  return loopback.test(url.hostname) || globalThis.location?.protocol === 'http:'
}

function refused(why: string): UploadError {
  return new UploadError('forbidden', {
    message: `The store's address was refused: ${why}.`,
    isRetryable: false,
  })
}
