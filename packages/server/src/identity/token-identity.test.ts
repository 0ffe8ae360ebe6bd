import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { exportJWK, generateKeyPair, SignJWT, UnsecuredJWT } from 'jose'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { identifyByToken } from './token-identity.js'

const secret = new Uint8Array(32).fill(1)
const issuer = 'https://login.example'
const audience = 'files'
const now = Date.UTC(2026, 0, 1)
const soon = now / 1000 + 60

const asks = (token: string | null) =>
  new Request('http://api.test', token === null ? {} : { headers: { authorization: token } })

interface Signing {
  readonly key?: Uint8Array
  readonly alg?: string
}

function signed(
  claims: Readonly<Record<string, unknown>> = {},
  { key = secret, alg = 'HS256' }: Signing = {},
): Promise<string> {
  const payload = { sub: 'anna', iss: issuer, aud: audience, exp: soon, ...claims }
  return new SignJWT(payload).setProtectedHeader({ alg }).sign(key)
}

const identify = identifyByToken({ key: secret, issuer, audience, now: () => now })
const whoIs = async (token: string) => identify(asks(`Bearer ${token}`))

describe('a token signed with the secret', () => {
  test('says who is calling', async () => {
    expect(await whoIs(await signed())).toEqual({
      id: 'anna',
      name: null,
      tenantId: '',
      access: 'own',
    })
    const all = { name: 'Anna', tenant: 'acme', access: 'all', aud: ['other', audience] }
    expect(await whoIs(await signed(all))).toEqual({
      id: 'anna',
      name: 'Anna',
      tenantId: 'acme',
      access: 'all',
    })
  })

  test.each<[string, () => Promise<string> | string]>([
    ['with another key', () => signed({}, { key: new Uint8Array(32).fill(2) })],
    ['with another algorithm', () => signed({}, { key: new Uint8Array(64).fill(1), alg: 'HS512' })],
    ['by nobody', () => unsecured()],
    ['and changed', async () => tampered(await signed())],
    ['but expired', () => signed({ exp: now / 1000 - 6 })],
    ['for ever', () => signed({ exp: undefined })],
    ['for later', () => signed({ nbf: now / 1000 + 60 })],
    ['by another issuer', () => signed({ iss: 'https://other.example' })],
    ['by no issuer', () => signed({ iss: undefined })],
    ['for another audience', () => signed({ aud: 'mail' })],
    ['for no audience', () => signed({ aud: undefined })],
    ['of nobody', () => signed({ sub: undefined })],
    ['of an empty name', () => signed({ sub: '' })],
    ['with an access that there is not', () => signed({ access: 'root' })],
    ['with a tenant that is no text', () => signed({ tenant: 7 })],
  ])('%s lets nobody in', async (_name, make) => {
    expect(await whoIs(await make())).toBeNull()
  })

  const unsecured = () =>
    new UnsecuredJWT({ sub: 'anna', iss: issuer, aud: audience, exp: soon }).encode()

  function tampered(token: string): string {
    const [header = '', , signature = ''] = token.split('.')
    const claims = { sub: 'bert', iss: issuer, aud: audience, exp: soon }
    const body = Buffer.from(JSON.stringify(claims)).toString('base64url')
    return [header, body, signature].join('.')
  }
})

test.each([null, '', 'Bearer', 'Bearer x', 'Basic YTpi', 'Bearer a.b.c', 'Bearer a.b.c.d.e'])(
  'a call with the header %j is nobody',
  async (header) => expect(await identify(asks(header))).toBeNull(),
)

test('a short secret is none', () => {
  expect(() => identifyByToken({ key: new Uint8Array(31) })).toThrow(TypeError)
})

describe('a token signed with a private key', () => {
  let server: Server
  let keysUrl: URL
  let isBroken = false

  beforeAll(async () => {
    const pair = await generateKeyPair('ES256')
    privateKey = pair.privateKey
    const key = { ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'ES256' }
    publicText = new TextEncoder().encode(JSON.stringify(key))
    server = createServer((_request, response) => {
      response.statusCode = isBroken ? 500 : 200
      response.end(JSON.stringify({ keys: [key] }))
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    keysUrl = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/keys`)
  })
  afterAll(() => server.close())

  let privateKey: Awaited<ReturnType<typeof generateKeyPair>>['privateKey']
  let publicText: Uint8Array
  const sign = (kid: string) =>
    new SignJWT({ sub: 'anna', exp: soon })
      .setProtectedHeader({ alg: 'ES256', kid })
      .sign(privateKey)
  const ask = async (token: string) =>
    identifyByToken({ key: keysUrl, now: () => now })(asks(`Bearer ${token}`))

  test('is known by the issuer\u2019s public key, and by none else', async () => {
    expect(await ask(await sign('one'))).toMatchObject({ id: 'anna' })
    expect(await ask(await sign('two'))).toBeNull()
    // The public key taken for a secret.
    expect(await ask(await signed({}, { key: publicText }))).toBeNull()
  })

  test('keys that cannot be had are no wrong token', async () => {
    isBroken = true
    const token = await sign('one')
    await expect(ask(token)).rejects.toThrow('200')
  })
})
