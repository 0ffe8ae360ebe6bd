import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ThumbnailShelf } from './thumbnail-shelf.js'
import type { ThumbnailRequest } from './thumbnails.js'

async function picture(width = 1200, height = 900): Promise<Blob> {
  const canvas = new OffscreenCanvas(width, height)
  const context = canvas.getContext('2d')
  context?.fillRect(0, 0, width / 2, height)
  return canvas.convertToBlob({ type: 'image/png' })
}

/** Of a few bytes: one pixel on a screen of that size. */
function vastGif(size: number): Blob {
  const [low, high] = [size % 256, Math.floor(size / 256)]
  const bytes = [
    ...[0x47, 0x49, 0x46, 0x38, 0x39, 0x61, low, high, low, high, 0x80, 0, 0],
    ...[0, 0, 0, 0xff, 0xff, 0xff, 0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0, 0x3b],
  ]
  return new Blob([new Uint8Array(bytes)], { type: 'image/gif' })
}

const urls = new Set<string>()
const elements: Element[] = []
const { createObjectURL, revokeObjectURL } = URL

beforeEach(() => {
  // The worker's own is given back by itself.
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    const url = createObjectURL.call(URL, blob)
    if (blob instanceof Blob && blob.type.startsWith('image/')) urls.add(url)
    return url
  })
  vi.spyOn(URL, 'revokeObjectURL').mockImplementation((url) => {
    revokeObjectURL.call(URL, url)
    urls.delete(url)
  })
})

afterEach(() => {
  vi.restoreAllMocks()
  for (const element of elements.splice(0)) element.remove()
  urls.clear()
})

function place(top = 0): HTMLElement {
  const element = document.createElement('div')
  element.style.cssText = `position: absolute; top: ${String(top)}px; width: 10px; height: 10px`
  document.body.append(element)
  elements.push(element)
  return element
}

function ask(key: string, options: Partial<ThumbnailRequest> = {}) {
  const onUrl = vi.fn<(url: string) => void>()
  const source = vi.fn(async () => picture())
  return { onUrl, source, request: { key, element: place(), source, onUrl, ...options } }
}

it('makes a picture in small, once for all who show it', async () => {
  const shelf = new ThumbnailShelf()
  const first = ask('a')
  const second = ask('a')
  shelf.hold(first.request)
  shelf.hold(second.request)
  await expect.poll(() => first.onUrl.mock.calls.length).toBe(1)
  expect(second.onUrl).toHaveBeenCalledExactlyOnceWith(first.onUrl.mock.calls[0]?.[0])
  expect(first.source.mock.calls.length + second.source.mock.calls.length).toBe(1)
  const image = new Image()
  image.src = first.onUrl.mock.calls[0]?.[0] ?? ''
  await image.decode()
  expect([image.naturalWidth, image.naturalHeight]).toEqual([640, 480])
  shelf.clear()
  expect(urls.size).toBe(0)
})

it('makes none before it is near what can be seen', async () => {
  const shelf = new ThumbnailShelf()
  const far = ask('far', { element: place(9_000) })
  const near = ask('near')
  shelf.hold(far.request)
  shelf.hold(near.request)
  await expect.poll(() => near.onUrl.mock.calls.length).toBe(1)
  expect(far.source).not.toHaveBeenCalled()
  shelf.clear()
})

it('makes two at a time', async () => {
  const shelf = new ThumbnailShelf()
  let atOnce = 0
  let most = 0
  const asked = Array.from({ length: 6 }, (_, index) => {
    const source = async () => {
      atOnce += 1
      most = Math.max(most, atOnce)
      const blob = await picture(40, 30)
      atOnce -= 1
      return blob
    }
    return ask(String(index), { source })
  })
  for (const { request } of asked) shelf.hold(request)
  await expect.poll(() => asked.every(({ onUrl }) => onUrl.mock.calls.length === 1)).toBe(true)
  expect(most).toBeLessThanOrEqual(2)
  shelf.clear()
})

it('keeps what nobody shows within its budget, and lets the oldest go first', async () => {
  const shelf = new ThumbnailShelf({ budgetBytes: 0 })
  const shown = ask('shown')
  const gone = ask('gone')
  shelf.hold(shown.request)
  const release = shelf.hold(gone.request)
  await expect
    .poll(() => [shown, gone].every(({ onUrl }) => onUrl.mock.calls.length === 1))
    .toBe(true)
  expect(urls.size).toBe(2)
  release()
  expect([...urls]).toEqual([shown.onUrl.mock.calls[0]?.[0]])
  shelf.clear()
})

it('shows again at once what is still there', async () => {
  const shelf = new ThumbnailShelf()
  const first = ask('a')
  const release = shelf.hold(first.request)
  await expect.poll(() => first.onUrl.mock.calls.length).toBe(1)
  release()
  const again = ask('a')
  shelf.hold(again.request)
  expect(again.onUrl).toHaveBeenCalledExactlyOnceWith(first.onUrl.mock.calls[0]?.[0])
  shelf.clear()
  expect(urls.size).toBe(0)
})

it('stops what is no longer wanted, and leaves nothing behind', async () => {
  const shelf = new ThumbnailShelf()
  let answer: (blob: Blob) => void = () => undefined
  const waiting = new Promise<Blob>((resolve) => {
    answer = resolve
  })
  const signals: AbortSignal[] = []
  const { request, onUrl } = ask('a', {
    source: (signal) => {
      signals.push(signal)
      return waiting
    },
  })
  const release = shelf.hold(request)
  await expect.poll(() => signals.length).toBe(1)
  release()
  expect(signals[0]?.aborted).toBe(true)
  answer(await picture(40, 30))
  const next = ask('b')
  shelf.hold(next.request)
  await expect.poll(() => next.onUrl.mock.calls.length).toBe(1)
  expect(onUrl).not.toHaveBeenCalled()
  shelf.clear()
  expect(urls.size).toBe(0)
})

it('unpacks none that is too large, however few its bytes', async () => {
  const shelf = new ThumbnailShelf()
  const started = vi.spyOn(globalThis, 'Worker')
  const huge = ask('huge', { source: () => Promise.resolve(vastGif(12_000)) })
  const small = ask('small', { source: () => Promise.resolve(vastGif(60)) })
  shelf.hold(huge.request)
  shelf.hold(small.request)
  await expect.poll(() => small.onUrl.mock.calls.length).toBe(1)
  expect(started).toHaveBeenCalledOnce()
  expect(huge.onUrl).not.toHaveBeenCalled()
  shelf.clear()
})

it('leaves what is no picture to the picture of its type, without trying again', async () => {
  const shelf = new ThumbnailShelf()
  const broken = vi.fn(async () => new Blob(['no picture'], { type: 'image/png' }))
  const release = shelf.hold(ask('a', { source: broken }).request)
  const after = ask('b')
  shelf.hold(after.request)
  await expect.poll(() => after.onUrl.mock.calls.length).toBe(1)
  release()
  const again = ask('a', { source: broken })
  shelf.hold(again.request)
  const last = ask('c')
  shelf.hold(last.request)
  await expect.poll(() => last.onUrl.mock.calls.length).toBe(1)
  expect(broken).toHaveBeenCalledOnce()
  expect(again.onUrl).not.toHaveBeenCalled()
  shelf.clear()
})
