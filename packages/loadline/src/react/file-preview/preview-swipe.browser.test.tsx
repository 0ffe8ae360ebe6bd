import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { cdp, page, server, userEvent } from 'vitest/browser'
import { showFiles, storedSample, textSample } from '../../../testing/open-preview.js'
import { samplePicture } from '../../../testing/sample-files.js'

beforeEach(() => page.viewport(500, 700))
afterEach(() => void vi.restoreAllMocks())

/** Each is longer than the window is high. */
const three = () =>
  ['one', 'two', 'three']
    .map((name) => textSample(`${name}.txt`, `${name}\n`.repeat(200)))
    .map(storedSample)

interface TouchProtocol {
  readonly send: (method: 'Input.dispatchTouchEvent', params: object) => Promise<unknown>
}

/** One finger, from the middle of an element. An unpatched Firefox has none: there the page is told of one. */
async function swipe(element: Element, byX: number, byY = 0): Promise<void> {
  const { left, top, width, height } = element.getBoundingClientRect()
  const [x, y] = [left + width / 2, top + height / 2]
  if (server.browser === 'firefox') return tellOfSwipe(element, { x, y, byX, byY }, 'touch')
  const { send } = cdp() as TouchProtocol
  const touch = (type: string, part: number | null) =>
    send('Input.dispatchTouchEvent', {
      type,
      touchPoints: part === null ? [] : [{ x: x + byX * part, y: y + byY * part }],
    })
  await touch('touchStart', 0)
  for (const part of [0.2, 0.4, 0.6, 0.8, 1]) await touch('touchMove', part)
  await touch('touchEnd', null)
}

interface Way {
  readonly x: number
  readonly y: number
  readonly byX: number
  readonly byY: number
}

function tellOfSwipe(element: Element, { x, y, byX, byY }: Way, pointerType: string): void {
  const tell = (type: string, part: number) =>
    element.dispatchEvent(
      new PointerEvent(type, {
        ...{ bubbles: true, pointerId: 7, isPrimary: true, pointerType },
        ...{ clientX: x + byX * part, clientY: y + byY * part },
      }),
    )
  tell('pointerdown', 0)
  tell('pointermove', 0.5)
  tell('pointerup', 1)
}

it('goes to the files beside it by a swipe of a finger', async () => {
  const { open, dialog } = await showFiles(three())
  await open('one')
  const text = (name: string) => dialog(name).getByRole('region', { name: `${name}.txt` })
  await expect.element(text('one')).toBeVisible()
  // Too short, more down than sideways, and a mouse, which selects text.
  await swipe(text('one').element(), -20)
  await swipe(text('one').element(), -60, 200)
  tellOfSwipe(text('one').element(), { x: 250, y: 350, byX: -200, byY: 0 }, 'mouse')
  await expect.element(dialog('one').getByText('1 of 3')).toBeVisible()
  await swipe(text('one').element(), -200, 30)
  await expect.element(text('two')).toBeVisible()
  await swipe(text('two').element(), 200)
  await expect.element(text('one')).toBeVisible()
  await swipe(text('one').element(), 200)
  await expect.element(dialog('one').getByText('1 of 3')).toBeVisible()
})

it('swipes the other way in a script from right to left', async () => {
  const { open, dialog } = await showFiles(three(), { direction: 'rtl' })
  await open('one')
  const text = dialog('one').getByRole('region', { name: 'one.txt' })
  await expect.element(text).toBeVisible()
  await swipe(text.element(), 200)
  await expect.element(dialog('two')).toBeVisible()
})

it('moves a picture under the finger where it is zoomed into, and goes to no other', async () => {
  const pictures = ['dusk.png', 'dawn.png'].map(async (name, index) =>
    storedSample({ name, type: 'image/png', bytes: await samplePicture() }, index),
  )
  const { open, dialog } = await showFiles(await Promise.all(pictures))
  // A finger that there is not cannot be captured.
  if (server.browser === 'firefox') {
    vi.spyOn(Element.prototype, 'setPointerCapture').mockReturnValue(undefined)
  }
  await open('dusk')
  const picture = dialog('dusk').getByRole('img', { name: 'dusk.png' })
  await expect.element(picture).toBeVisible()
  const style = () => picture.element().getAttribute('style')
  await userEvent.keyboard('++')
  await expect.poll(style).toContain('scale(2.25)')
  await swipe(picture.element(), -200)
  await expect.poll(style).not.toContain('translate(0px')
  await expect.element(dialog('dusk').getByText('1 of 2')).toBeVisible()
  await userEvent.keyboard('0')
  await expect.poll(style).toContain('scale(1)')
  await swipe(picture.element(), -200)
  await expect.element(dialog('dawn')).toBeVisible()
})
