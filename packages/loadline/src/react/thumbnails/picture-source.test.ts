import { afterEach, expect, it, vi } from 'vitest'
import { storedFile } from '../../core/index.js'
import { storedPicture, uploadPicture } from './picture-source.js'

const { signal } = new AbortController()
const nothing = () => null
const file = (options: object) =>
  storedFile({ id: '1', name: 'a.png', contentType: 'image/png', size: 900, ...options })
const url = 'https://store.example/a.png?sig=1'

afterEach(() => vi.unstubAllGlobals())

it.each([
  ['image/png', 1, true],
  ['image/webp', 25_000_000, true],
  ['image/png', 25_000_001, false],
  ['image/png', 0, false],
  ['image/svg+xml', 900, false],
  ['application/pdf', 900, false],
])('draws of %s with %i bytes: %j', (contentType, size, isDrawn) => {
  expect(uploadPicture({ contentType, size }, nothing) !== null).toBe(isDrawn)
})

it('takes the bytes that are here before it asks the store', async () => {
  const fetched = vi.fn()
  vi.stubGlobal('fetch', fetched)
  const bytes = new Blob(['here'])
  expect(await storedPicture(file({}), url, () => bytes)?.(signal)).toBe(bytes)
  expect(fetched).not.toHaveBeenCalled()
})

it('asks the store for a small file, without credentials or referrer', async () => {
  const fetched = vi.fn(async () => new Response('there'))
  vi.stubGlobal('fetch', fetched)
  expect(await (await storedPicture(file({}), url, nothing)?.(signal))?.text()).toBe('there')
  expect(fetched).toHaveBeenCalledExactlyOnceWith(url, {
    signal,
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
  })
})

it('asks for none that is large, has no address or is refused', async () => {
  const fetched = vi.fn(async () => new Response('no', { status: 403 }))
  vi.stubGlobal('fetch', fetched)
  expect(await storedPicture(file({ size: 1_000_001 }), url, nothing)?.(signal)).toBe(null)
  expect(await storedPicture(file({}), null, nothing)?.(signal)).toBe(null)
  expect(fetched).not.toHaveBeenCalled()
  expect(await storedPicture(file({}), url, nothing)?.(signal)).toBe(null)
})
