import { createRemoteJWKSet, errors, jwtVerify, type JWTPayload, type JWTVerifyOptions } from 'jose'
import { z } from 'zod'
import { accessLevels, type Identify, type Identity } from './identify.js'

export interface TokenOptions {
  /** Of HS256: a secret of 32 bytes or more. An address: where the issuer's public keys are (JWKS). */
  readonly key: Uint8Array | URL
  /** What `iss` must be. Default: anything. */
  readonly issuer?: string | undefined
  /** What `aud` must hold. Default: anything. */
  readonly audience?: string | undefined
  /** Epoch ms. */
  readonly now?: (() => number) | undefined
}

/** Of HS256: as many as its hash has. */
export const leastSecretBytes = 32
const clockSkewSeconds = 5
/** Keys that cannot be fetched are trouble of ours, not a wrong token. */
const fetchFailures: ReadonlySet<string> = new Set([
  'ERR_JWKS_TIMEOUT',
  'ERR_JWKS_INVALID',
  'ERR_JOSE_GENERIC',
])
/** No secret among them: what is signed with a public key as if that were one is refused. */
const publicKeyAlgorithms = [
  ...['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512'],
  ...['ES256', 'ES384', 'ES512', 'EdDSA', 'Ed25519'],
]

/** A token that says more than this, or otherwise, is none of ours: nobody is let in by half of it. */
const claims = z.object({
  sub: z.string().min(1).max(255),
  name: z.string().max(255).optional(),
  tenant: z.string().max(128).default(''),
  access: z.enum(accessLevels).default('own'),
})

/**
 * Reads `Authorization: Bearer <JWT>`. Claims: `sub` is the user's id, `exp` is wanted, `name`,
 * `tenant` and `access` may be there. A call without a token, or with a wrong one, is nobody's.
 * @throws TypeError where the secret is too short to be one.
 */
export function identifyByToken(options: TokenOptions): Identify {
  const verify = createVerify(options)
  return async (request) => {
    const token = /^Bearer +([\w-]+\.[\w-]+\.[\w-]+)$/i.exec(
      request.headers.get('authorization') ?? '',
    )?.[1]
    if (token === undefined) return null
    try {
      return toIdentity(await verify(token))
    } catch (error) {
      if (error instanceof errors.JOSEError && !fetchFailures.has(error.code)) return null
      throw error
    }
  }
}

function createVerify({ key, issuer, audience, now = Date.now }: TokenOptions) {
  const rules = (algorithms: string[]): JWTVerifyOptions => ({
    algorithms,
    requiredClaims: ['sub', 'exp'],
    clockTolerance: clockSkewSeconds,
    currentDate: new Date(now()),
    ...(issuer === undefined ? {} : { issuer }),
    ...(audience === undefined ? {} : { audience }),
  })
  if (key instanceof URL) {
    const keys = createRemoteJWKSet(key)
    return async (token: string) =>
      (await jwtVerify(token, keys, rules(publicKeyAlgorithms))).payload
  }
  if (key.byteLength < leastSecretBytes) {
    throw new TypeError(`The secret of tokens must have ${leastSecretBytes} bytes or more.`)
  }
  return async (token: string) => (await jwtVerify(token, key, rules(['HS256']))).payload
}

function toIdentity(payload: JWTPayload): Identity | null {
  const parsed = claims.safeParse(payload)
  if (!parsed.success) return null
  const { sub: id, name = null, tenant: tenantId, access } = parsed.data
  return { id, name, tenantId, access }
}
