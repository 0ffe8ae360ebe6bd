import type { CSSProperties } from 'react'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { page } from 'vitest/browser'
import { createUploadQueue } from '../../core/index.js'
import { pseudo } from '../../locales/pseudo.js'
import { createMemoryBackend, makeFile } from '../../testing/index.js'
import { FileActiveUploads } from '../active-uploads/file-active-uploads.js'
import { FileList } from '../file-list/file-list.js'
import { FilesProvider } from '../provider/files-provider.js'
import { FileUpload } from '../upload/file-upload.js'
import './styles.css'

const longName = `${'Tender response, approved by legal, '.repeat(4)}again.docx`

const endings: (() => void)[] = []

beforeEach(() => page.viewport(1200, 900))
afterEach(() => {
  for (const end of endings.splice(0)) end()
})

/** Two uploads, one of them failed and one under way, and a list. */
async function renderAll(style: CSSProperties, attributes: Readonly<Record<string, string>> = {}) {
  const backend = createMemoryBackend({ files: [{ id: 'one', name: longName, size: 1_000 }] })
  backend.failNext('create', 'forbidden')
  backend.hold('store')
  const queue = createUploadQueue({ adapter: backend.adapter, transports: [backend.transport] })
  const screen = await render(
    <div style={style} data-testid="room" {...attributes}>
      <FilesProvider queue={queue} messages={pseudo}>
        <FileUpload />
        <FileActiveUploads />
        <FileList />
      </FilesProvider>
    </div>,
  )
  queue.add([
    makeFile({ name: longName, size: 9_000 }),
    makeFile({ name: 'plan.pdf', size: 9_000 }),
  ])
  await expect.element(screen.getByRole('navigation')).toBeVisible()
  const room = screen.getByTestId('room').element()
  for (const status of ['failed', 'uploading', 'ready']) {
    await expect.poll(() => room.querySelector(`[data-status=${status}]`)).not.toBeNull()
  }
  // What the panel and the rows hold is loaded after them.
  const count = (selector: string) => () => room.querySelectorAll(selector).length
  await expect.poll(count('[data-loadline=upload-list] [data-loadline=load-fill]')).toBe(2)
  await expect.poll(count('[data-loadline=row]:has(button)')).toBe(3)
  return room
}

/** As if the reader had set it: the rules of that media feature are put in force. */
function setInForce(feature: string): void {
  const rules = [...document.styleSheets]
    .flatMap((sheet) => [...sheet.cssRules])
    .filter((rule) => rule instanceof CSSMediaRule)
    .filter(({ media }) => media.mediaText.includes(feature))
  expect(rules).not.toEqual([])
  for (const { media } of rules) {
    const before = media.mediaText
    media.mediaText = 'all'
    endings.push(() => (media.mediaText = before))
  }
}

/** Width and height of where a finger meets a button: what lies over it may be larger than what is drawn. */
function metBy(button: HTMLElement): readonly [number, number] {
  const over = getComputedStyle(button, '::after')
  if (over.content === 'none') return [button.offsetWidth, button.offsetHeight]
  return [Number.parseFloat(over.width), Number.parseFloat(over.height)]
}

const slots = (room: Element) => [...room.querySelectorAll<HTMLElement>('[data-loadline]')]

describe('in 320 px', () => {
  it.each(['ltr', 'rtl'])('nothing is wider than its room, with long words, %s', async (dir) => {
    const room = await renderAll({ inlineSize: 320 }, { dir })
    const { left, right } = room.getBoundingClientRect()
    // The head of the list is there only to be read out; its filters are scrolled sideways; the way to a folder begins
    // with its words, not with the padding around them.
    const others =
      '[data-loadline=head], [data-loadline=filters] > *, [data-loadline=crumb]:first-child > *'
    const shown = slots(room).filter((slot) => slot.closest(others) === null)
    const wider = shown.filter((slot) => {
      const box = slot.getBoundingClientRect()
      return box.width > 1 && (box.left < left - 1 || box.right > right + 1)
    })
    expect(wider.map(({ dataset }) => dataset['loadline'])).toEqual([])
  })
})

describe('reduced motion', () => {
  it('stops what moves', async () => {
    setInForce('prefers-reduced-motion')
    const room = await renderAll({ inlineSize: 800 })
    const moving = slots(room).filter((slot) => {
      const { animationName, transitionDuration } = getComputedStyle(slot)
      return animationName !== 'none' || !/^0s(, 0s)*$/u.test(transitionDuration)
    })
    expect(moving.map(({ dataset }) => dataset['loadline'])).toEqual([])
  })
})

describe('forced colours', () => {
  it('draw the load line in a colour of the system', async () => {
    setInForce('forced-colors')
    const room = await renderAll({ inlineSize: 800 })
    const fill = room.querySelector('[data-loadline=upload-list] [data-loadline=load-fill]')
    const probe = room.appendChild(document.createElement('i'))
    probe.style.background = 'Highlight'
    expect(fill && getComputedStyle(fill).backgroundColor).toBe(
      getComputedStyle(probe).backgroundColor,
    )
  })
})

describe('density', () => {
  it.each([
    ['comfortable', [44, 56]],
    ['compact', [36, 48]],
  ])('is what the page says: %s', async (density, [row, uploadRow]) => {
    const room = await renderAll({ inlineSize: 1_000 }, { 'data-density': density })
    const heightOf = (slot: string) =>
      room.querySelector<HTMLElement>(`[data-loadline=${slot}]`)?.offsetHeight
    expect([heightOf('row'), heightOf('upload-row')]).toEqual([row, uploadRow])
  })
})

describe('under a finger', () => {
  it.each(['comfortable', 'compact'])('rows stay high enough to be met: %s', async (density) => {
    setInForce('pointer: coarse')
    const room = await renderAll({ inlineSize: 1_000 }, { 'data-density': density })
    const rows = [...room.querySelectorAll<HTMLElement>('[data-loadline=row]')]
    expect(rows.map(({ offsetHeight }) => offsetHeight)).toEqual([52, 52, 52])
    for (const row of rows) {
      const sizes = [...row.querySelectorAll('button')].flatMap(metBy)
      expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44)
      expect(sizes).not.toEqual([])
    }
  })
})

describe('the theme', () => {
  it.each([
    ['light', {}],
    ['dark', { 'data-theme': 'dark' }],
  ])('is what the page says: %s', async (theme, attributes) => {
    const room = await renderAll({ colorScheme: 'light' }, { 'data-theme': 'light', ...attributes })
    const panel = room.querySelector('[data-loadline=uploads]')
    expect(panel && getComputedStyle(panel).backgroundColor).toBe(
      theme === 'dark' ? 'oklch(0.2 0.009 262)' : 'oklch(1 0 0)',
    )
  })
})
