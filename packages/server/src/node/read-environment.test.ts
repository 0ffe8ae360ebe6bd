import { expect, test } from 'vitest'
import { readEnvironment } from './read-environment.js'

test('nothing set', () => {
  expect(readEnvironment({ PORT: '', STORAGE_PORT: undefined })).toEqual({
    port: 4321,
    storagePort: 4322,
    host: null,
    apiPublicUrl: 'http://localhost:4321/api',
    hasApiPublicUrl: false,
    storagePublicUrl: 'http://localhost:4322',
    ticketLifeSeconds: 900,
    dataDirectory: '.data',
    allowedOrigins: ['http://localhost:4321', 'http://127.0.0.1:4321'],
    auth: 'demo',
    categoriesPath: null,
    limits: {},
    logLevel: 'info',
  })
})

test('everything set', () => {
  expect(
    readEnvironment({
      PORT: '5000',
      STORAGE_PORT: '6000',
      HOST: '0.0.0.0',
      API_PUBLIC_URL: 'https://files.example',
      STORAGE_PUBLIC_URL: 'https://store.example/',
      TICKET_TTL_SECONDS: '2',
      LOADLINE_DATA_DIR: '/data',
      ALLOWED_ORIGINS: 'https://a.example, https://b.example:8443',
      LOADLINE_AUTH: 'jwt',
      LOADLINE_JWKS_URL: 'https://login.example/keys',
      LOADLINE_JWT_ISSUER: 'https://login.example',
      LOADLINE_JWT_AUDIENCE: 'files',
      LOADLINE_CATEGORIES: '/etc/categories.json',
      LOADLINE_MAX_FILE_SIZE: '5000000',
      LOADLINE_MAX_FILES: '100',
      LOADLINE_QUOTA_BYTES: '0',
      LOADLINE_MAX_OPEN_UPLOADS: '7',
      LOG_LEVEL: 'warn',
    }),
  ).toEqual({
    port: 5000,
    storagePort: 6000,
    host: '0.0.0.0',
    apiPublicUrl: 'https://files.example/api',
    hasApiPublicUrl: true,
    storagePublicUrl: 'https://store.example',
    ticketLifeSeconds: 2,
    dataDirectory: '/data',
    allowedOrigins: [
      'http://localhost:5000',
      'http://127.0.0.1:5000',
      'https://files.example',
      'https://a.example',
      'https://b.example:8443',
    ],
    auth: {
      key: new URL('https://login.example/keys'),
      issuer: 'https://login.example',
      audience: 'files',
    },
    categoriesPath: '/etc/categories.json',
    limits: { maxFileSize: 5_000_000, maxFiles: 100, quotaSize: 0, maxOpenUploads: 7 },
    logLevel: 'warn',
  })
})

test('an address with a path keeps it', () => {
  const { apiPublicUrl } = readEnvironment({ API_PUBLIC_URL: 'http://x.example/files/v1/' })
  expect(apiPublicUrl).toBe('http://x.example/files/v1')
})

test('all that is wrong is said at once', () => {
  const read = () =>
    readEnvironment({
      PORT: 'abc',
      STORAGE_PORT: '70000',
      API_PUBLIC_URL: 'localhost:1',
      STORAGE_PUBLIC_URL: 'http://user@x/?a',
      TICKET_TTL_SECONDS: '0',
      ALLOWED_ORIGINS: 'https://a.example/,*,null',
      LOG_LEVEL: 'loud',
    })
  for (const name of [
    'PORT must',
    'STORAGE_PORT must',
    'API_PUBLIC_URL must',
    'STORAGE_PUBLIC_URL must',
    'TICKET_TTL_SECONDS must',
    'holds "https://a.example/"',
    'holds "\\*"',
    'holds "null"',
    'LOG_LEVEL must',
  ]) {
    expect(read).toThrow(new RegExp(name))
  }
  expect(() => readEnvironment({ PORT: '80', STORAGE_PORT: '80' })).toThrow(/differ from PORT/)
})

test('the demo lets everybody in, so not in production', () => {
  for (const LOADLINE_AUTH of ['demo', '', undefined]) {
    const read = () => readEnvironment({ LOADLINE_AUTH, NODE_ENV: 'production' })
    expect(read).toThrow(/LOADLINE_AUTH=demo .* production/)
  }
  expect(readEnvironment({ NODE_ENV: 'development' }).auth).toBe('demo')
})

test.each([
  [{}, /one of LOADLINE_JWT_SECRET and LOADLINE_JWKS_URL/],
  [{ LOADLINE_JWT_SECRET: 'x'.repeat(32), LOADLINE_JWKS_URL: 'https://a.example' }, /one of/],
  [{ LOADLINE_JWT_SECRET: 'short' }, /32 bytes/],
  [{ LOADLINE_JWKS_URL: 'http://a.example/keys' }, /https/],
  [{ LOADLINE_JWKS_URL: 'keys' }, /https/],
  [{ LOADLINE_AUTH: 'none' }, /demo or jwt/],
])('tokens that cannot be checked so: %j', (variables, message) => {
  expect(() => readEnvironment({ LOADLINE_AUTH: 'jwt', ...variables })).toThrow(message)
})

test('tokens by a secret, or by keys on this machine', () => {
  const secret = 'a secret of 32 bytes or even more'
  const auth = (variables: object) => readEnvironment({ LOADLINE_AUTH: 'jwt', ...variables }).auth
  expect(auth({ LOADLINE_JWT_SECRET: secret })).toMatchObject({
    key: new TextEncoder().encode(secret),
  })
  expect(auth({ LOADLINE_JWKS_URL: 'http://localhost:1/keys' })).toMatchObject({
    key: new URL('http://localhost:1/keys'),
  })
})
