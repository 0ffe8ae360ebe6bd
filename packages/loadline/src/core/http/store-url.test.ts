import { describe, expect, it } from 'vitest'
import { safeUrl } from './safe-url.js'
import { assertStoreHeaders, assertStoreUrl } from './store-url.js'

describe('assertStoreUrl', () => {
  it.each([
    'https://store.example/key?sig=1',
    'http://localhost:4322/x',
    'http://127.0.0.1/x',
    'http://[::1]:80/x',
  ])('lets %s pass', (url) => expect(assertStoreUrl(url).href).toBe(url.replace(':80/', '/')))

  it.each([
    'javascript:alert(1)',
    'http://store.example/key',
    '/relative',
    '//store.example/key',
    'https://user:pass@store.example/key',
    'ftp://store.example/key',
    'http://localhost.evil.example/x',
    'data:text/plain,x',
    '',
  ])('refuses %s', (url) => {
    expect(() => assertStoreUrl(url)).toThrow(expect.objectContaining({ code: 'forbidden' }))
  })

  it('holds to the allowed origins where they are given', () => {
    const allowedOrigins = ['https://store.example']
    expect(assertStoreUrl('https://store.example/x', { allowedOrigins }).pathname).toBe('/x')
    expect(() => assertStoreUrl('https://store.example.evil/x', { allowedOrigins })).toThrow(
      /among/,
    )
  })
})

describe('assertStoreHeaders', () => {
  const url = new URL('https://store.example/x')

  it('lets the headers of a signature pass', () => {
    expect(() =>
      assertStoreHeaders({ 'Content-Type': 'a/b', 'x-amz-acl': 'x' }, url, []),
    ).not.toThrow()
  })

  it.each(['Cookie', 'host', 'ORIGIN', 'Authorization'])('refuses %s', (name) => {
    expect(() => assertStoreHeaders({ [name]: 'x' }, url, ['https://api.example'])).toThrow(
      /header/,
    )
  })

  it("sends authorization to the adapter's own origin alone", () => {
    expect(() => assertStoreHeaders({ authorization: 'x' }, url, [url.origin])).not.toThrow()
  })
})

it.each([
  ['https://a.example/x', true],
  ['blob:https://a.example/1', true],
  ['javascript:alert(1)', false],
  ['JAVASCRIPT:alert(1)', false],
  ['data:text/html,x', false],
  ['not a url', false],
  [null, false],
])('safeUrl(%s) passes: %s', (url, passes) => {
  expect(safeUrl(url)).toBe(passes ? url : null)
})
