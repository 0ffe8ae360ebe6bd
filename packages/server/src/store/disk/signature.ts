import { createHmac, timingSafeEqual } from 'node:crypto'
import type { GetGrant, PartGrant, PutGrant } from '../object-store.js'

/**
 * Signs by HMAC-SHA256 over method, key, expiry, and all else that a grant says. The host is left out,
 * so that a proxy can stand before the store.
 */
export interface Signer {
  signPut(grant: PutGrant): URLSearchParams
  signPart(grant: PartGrant): URLSearchParams
  signGet(grant: GetGrant): URLSearchParams
  verifyPut(key: string, query: URLSearchParams, now: number): Verdict<PutGrant>
  verifyPart(key: string, query: URLSearchParams, now: number): Verdict<PartGrant>
  verifyGet(key: string, query: URLSearchParams, now: number): Verdict<GetGrant>
  /** Of the text of a POST policy. */
  signPolicy(policy: string): string
  isPolicySignature(policy: string, signature: string): boolean
}

export type Verdict<T> =
  | { readonly ok: true; readonly grant: T }
  | { readonly ok: false; readonly reason: 'missing' | 'mismatch' | 'expired' }

/** Names and values of a query; the order is that of the signature. */
type Claims = readonly (readonly [name: string, value: string])[]

export function createSigner(secret: Uint8Array): Signer {
  // An array as JSON: no value can be read as a part of its neighbour.
  const mac = (claims: readonly unknown[]) =>
    createHmac('sha256', secret).update(JSON.stringify(claims)).digest()
  const signatureOf = (method: string, key: string, claims: Claims) =>
    mac([method, key, claims]).toString('base64url')
  const policySignatureOf = (policy: string) => mac(['POST', policy]).toString('hex')
  const sign = (method: string, key: string, claims: Claims) =>
    new URLSearchParams([
      ...claims.map(([name, value]): [string, string] => [name, value]),
      ['signature', signatureOf(method, key, claims)],
    ])
  const verify = <T extends { readonly key: string; readonly expiresAt: number }>(
    method: string,
    grant: T | null,
    claimsOf: (grant: T) => Claims,
    query: URLSearchParams,
    now: number,
  ): Verdict<T> => {
    const signature = query.get('signature')
    if (grant === null || signature === null) return { ok: false, reason: 'missing' }
    if (!isEqual(signature, signatureOf(method, grant.key, claimsOf(grant)))) {
      return { ok: false, reason: 'mismatch' }
    }
    return now < grant.expiresAt ? { ok: true, grant } : { ok: false, reason: 'expired' }
  }

  return {
    signPut: (grant) => sign('PUT', grant.key, putClaims(grant)),
    signPart: (grant) => sign('PUT part', grant.key, partClaims(grant)),
    signGet: (grant) => sign('GET', grant.key, getClaims(grant)),
    verifyPut: (key, query, now) => verify('PUT', readPut(key, query), putClaims, query, now),
    verifyPart: (key, query, now) =>
      verify('PUT part', readPart(key, query), partClaims, query, now),
    verifyGet: (key, query, now) => verify('GET', readGet(key, query), getClaims, query, now),
    signPolicy: policySignatureOf,
    isPolicySignature: (policy, signature) => isEqual(signature, policySignatureOf(policy)),
  }
}

const expiry = (grant: { readonly expiresAt: number }) =>
  ['expires', String(Math.floor(grant.expiresAt / 1000))] as const

const checksumClaim = (checksum: string | null): Claims =>
  checksum === null ? [] : [['checksum', checksum]]

const putClaims = (grant: PutGrant): Claims => [
  expiry(grant),
  ['type', grant.contentType],
  ['size', String(grant.size)],
  ...checksumClaim(grant.checksum),
]

const partClaims = (grant: PartGrant): Claims => [
  ['partNumber', String(grant.partNumber)],
  ['uploadId', grant.uploadId],
  expiry(grant),
  ['size', String(grant.size)],
  ...checksumClaim(grant.checksum),
]

const getClaims = (grant: GetGrant): Claims => [
  expiry(grant),
  ['type', grant.contentType],
  ['name', grant.name],
]

function readPut(key: string, query: URLSearchParams): PutGrant | null {
  const values = readAll(query, ['expires', 'type', 'size'])
  if (values === null) return null
  const [expires, contentType = '', size] = values
  const checksum = query.get('checksum')
  return { key, contentType, size: Number(size), checksum, expiresAt: Number(expires) * 1000 }
}

function readPart(key: string, query: URLSearchParams): PartGrant | null {
  const values = readAll(query, ['partNumber', 'uploadId', 'expires', 'size'])
  if (values === null) return null
  const [partNumber, uploadId = '', expires, size] = values
  return {
    key,
    uploadId,
    partNumber: Number(partNumber),
    size: Number(size),
    checksum: query.get('checksum'),
    expiresAt: Number(expires) * 1000,
  }
}

function readGet(key: string, query: URLSearchParams): GetGrant | null {
  const values = readAll(query, ['expires', 'type', 'name'])
  if (values === null) return null
  const [expires, contentType = '', name = ''] = values
  return { key, contentType, name, expiresAt: Number(expires) * 1000 }
}

/** `null` where one is missing. A text that is no number becomes NaN, which nobody ever signed. */
function readAll(query: URLSearchParams, names: readonly string[]): readonly string[] | null {
  const values = names.map((name) => query.get(name)).filter((value) => value !== null)
  return values.length === names.length ? values : null
}

/** As texts: more than one of them can stand for the same bytes. */
function isEqual(given: string, expected: string): boolean {
  const [one, other] = [Buffer.from(given), Buffer.from(expected)]
  return one.length === other.length && timingSafeEqual(one, other)
}
