import { expect, it } from 'vitest'
import { render } from 'vitest-browser-react'
import { createMemoryBackend } from '../../testing/index.js'
import { FilesProvider } from '../provider/files-provider.js'
import '../styles/styles.css'
import { FileActiveUploads } from './file-active-uploads.js'
import { createStagedQueue, everyState } from './staged-queue.js'

async function show(width: number) {
  const staged = createStagedQueue(createMemoryBackend().adapter, everyState)
  const screen = await render(
    <div style={{ inlineSize: width }}>
      <FilesProvider queue={staged.queue}>
        <FileActiveUploads />
      </FilesProvider>
    </div>,
  )
  const list = screen.getByRole('listitem')
  await expect.poll(() => list.elements()).toHaveLength(everyState.length)
  const rows = list.elements()
  return { ...staged, rows }
}

it.each([320, 360, 720])('has rows of one height in every status, at %i px', async (width) => {
  const { rows } = await show(width)
  const heights = new Set(rows.map((row) => row.getBoundingClientRect().height))
  expect([...heights]).toEqual([width < 380 ? 72 : 56])
})

it.each([360, 720])('moves nothing when a row changes, at %i px', async (width) => {
  const { rows, ids, setState } = await show(width)
  const [first, second] = rows
  const before = second?.getBoundingClientRect()
  const seen = new Set<string | null>()
  for (const state of everyState) {
    setState(ids[0] ?? '', state)
    await expect.poll(() => first?.getAttribute('data-status')).toBe(state.status)
    seen.add(first?.getAttribute('data-wait') ?? state.status)
    expect(second?.getBoundingClientRect()).toEqual(before)
  }
  expect(seen.size).toBe(15)
})

it.each([320, 360, 384, 720])('cuts no words of a status, at %i px', async (width) => {
  const { rows } = await show(width)
  const cut = rows.filter((row) => {
    const words = row.querySelector('[data-loadline=status-words]')
    if (words === null) return true
    const isCut = words.scrollHeight > words.clientHeight || words.scrollWidth > words.clientWidth
    const isOver = words.getBoundingClientRect().bottom > row.getBoundingClientRect().bottom
    return isCut || isOver
  })
  expect(cut.map((row) => row.textContent)).toEqual([])
})

it('can be met by a finger', async () => {
  const { rows } = await show(360)
  const coarse = Array.from(document.styleSheets)
    .flatMap((sheet) => Array.from(sheet.cssRules))
    .filter((rule) => rule instanceof CSSMediaRule && rule.conditionText === '(pointer: coarse)')
  expect(coarse).not.toHaveLength(0)
  // No browser of these tests has a coarse pointer: its rules are put in force.
  const style = document.createElement('style')
  style.textContent = coarse
    .flatMap((rule) => Array.from((rule as CSSMediaRule).cssRules, ({ cssText }) => cssText))
    .join('\n')
  document.head.append(style)
  const buttons = rows.flatMap((row) => Array.from(row.querySelectorAll('button')))
  const small = buttons.filter((button) => {
    const { width, height } = button.getBoundingClientRect()
    const { top, bottom } = getComputedStyle(button, '::after')
    const reach = [top, bottom].reduce((sum, edge) => sum - (Number.parseFloat(edge) || 0), 0)
    return width < 44 || height + reach < 44
  })
  expect(buttons.length).toBeGreaterThan(30)
  expect(small.map(({ ariaLabel }) => ariaLabel)).toEqual([])
  style.remove()
})
