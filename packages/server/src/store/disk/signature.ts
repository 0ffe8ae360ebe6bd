import { createHmac, timingSafeEqual } from 'node:crypto'
import type { GetGrant, PutGrant } from '../object-store.js'

/**
 * Signs by HMAC-SHA256 over method, key, expiry, content type, and the length (PUT) or the download
 * name (GET). The host is left out, so that a proxy can stand before the store.
 */
export interface Signer {
  signPut(grant: PutGrant): URLSearchParams
  signGet(grant: GetGrant): URLSearchParams
  verifyPut(key: string, query: URLSearchParams, now: number): Verdict<PutGrant>
  verifyGet(key: string, query: URLSearchParams, now: number): Verdict<GetGrant>
}

export type Verdict<T> =
  | { readonly ok: true; readonly grant: T }
  | { readonly ok: false; readonly reason: 'missing' | 'mismatch' | 'expired' }

export function createSigner(secret: Uint8Array): Signer {
  // An array as JSON: no value can be read as a part of its neighbour.
  const mac = (claims: readonly (string | number)[]) =>
    createHmac('sha256', secret).update(JSON.stringify(claims)).digest()

  const putClaims = (grant: PutGrant) =>
    mac(['PUT', grant.key, seconds(grant), grant.contentType, grant.size])
  const getClaims = (grant: GetGrant) =>
    mac(['GET', grant.key, seconds(grant), grant.contentType, grant.name])

  return {
    signPut: (grant) => toQuery(grant, { size: String(grant.size) }, putClaims(grant)),
    signGet: (grant) => toQuery(grant, { name: grant.name }, getClaims(grant)),
    verifyPut: (key, query, now) => {
      const size = query.get('size')
      const common = readCommon(key, query)
      if (common === null || size === null) return { ok: false, reason: 'missing' }
      if (!/^\d{1,16}$/.test(size)) return { ok: false, reason: 'mismatch' }
      const grant = { ...common, size: Number(size) }
      return judge(grant, putClaims(grant), query, now)
    },
    verifyGet: (key, query, now) => {
      const name = query.get('name')
      const common = readCommon(key, query)
      if (common === null || name === null) return { ok: false, reason: 'missing' }
      const grant = { ...common, name }
      return judge(grant, getClaims(grant), query, now)
    },
  }
}

function seconds(grant: { readonly expiresAt: number }): number {
  return Math.floor(grant.expiresAt / 1000)
}

function toQuery(
  grant: PutGrant | GetGrant,
  own: Readonly<Record<string, string>>,
  signature: Buffer,
): URLSearchParams {
  return new URLSearchParams({
    expires: String(seconds(grant)),
    type: grant.contentType,
    ...own,
    signature: signature.toString('base64url'),
  })
}

function readCommon(key: string, query: URLSearchParams) {
  const expires = query.get('expires')
  const contentType = query.get('type')
  if (expires === null || contentType === null || !query.has('signature')) return null
  return { key, contentType, expiresAt: Number(expires) * 1000 }
}

function judge<T extends PutGrant | GetGrant>(
  grant: T,
  expected: Buffer,
  query: URLSearchParams,
  now: number,
): Verdict<T> {
  const given = Buffer.from(query.get('signature') ?? '', 'base64url')
  if (given.length !== expected.length || !timingSafeEqual(given, expected)) {
    return { ok: false, reason: 'mismatch' }
  }
  return now < grant.expiresAt ? { ok: true, grant } : { ok: false, reason: 'expired' }
}
