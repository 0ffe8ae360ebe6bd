import { leastSecretBytes, type TokenOptions } from '../identity/token-identity.js'
import { given, type Fail, type Variables } from './read-variable.js'

/** `LOADLINE_AUTH`: `demo` (the default, refused in production) or `jwt`. */
export function readAuth(variables: Variables, fail: Fail): 'demo' | TokenOptions {
  const auth = given(variables, 'LOADLINE_AUTH') ?? 'demo'
  if (auth === 'jwt') return readTokenOptions(variables, fail)
  if (auth !== 'demo') fail(`LOADLINE_AUTH must be demo or jwt, not "${auth}".`)
  else if (given(variables, 'NODE_ENV') === 'production') {
    fail('LOADLINE_AUTH=demo lets everybody in, so not in production. Set it to jwt.')
  }
  return 'demo'
}

function readTokenOptions(variables: Variables, fail: Fail): TokenOptions {
  return {
    key: readKey(variables, fail),
    issuer: given(variables, 'LOADLINE_JWT_ISSUER'),
    audience: given(variables, 'LOADLINE_JWT_AUDIENCE'),
  }
}

function readKey(variables: Variables, fail: Fail): Uint8Array | URL {
  const secret = given(variables, 'LOADLINE_JWT_SECRET')
  const address = given(variables, 'LOADLINE_JWKS_URL')
  if ((secret === undefined) === (address === undefined)) {
    fail('LOADLINE_AUTH=jwt needs one of LOADLINE_JWT_SECRET and LOADLINE_JWKS_URL.')
  }
  if (address !== undefined) return readKeysAddress(address, fail)
  const key = new TextEncoder().encode(secret)
  if (secret !== undefined && key.byteLength < leastSecretBytes) {
    fail(`LOADLINE_JWT_SECRET must have ${leastSecretBytes} bytes or more.`)
  }
  return key
}

/** Whoever can change the keys on their way is everybody's master: no plain HTTP but on this machine. */
function readKeysAddress(address: string, fail: Fail): URL {
  const url = URL.canParse(address) ? new URL(address) : null
  const isLocal = url !== null && ['localhost', '127.0.0.1', '[::1]'].includes(url.hostname)
  if (url?.protocol === 'https:' || (url?.protocol === 'http:' && isLocal)) return url
  fail('LOADLINE_JWKS_URL must be an address that starts with https://.')
  return new URL('https://localhost')
}
