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
