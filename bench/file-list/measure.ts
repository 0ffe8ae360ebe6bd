import type { Contender, PlainFile } from './contender.js'

export interface ListFigures {
  /** From mounting to the paint of the first row. */
  readonly firstRowMs: number
  /** Between two frames while the list is scrolled from end to end in 60 steps. */
  readonly medianGapMs: number
  readonly longestGapMs: number
  /** Steps after which no row stood in the middle of the list. */
  readonly blankSteps: number
  /** Steps after which the row there had yet to be asked for: a list in pages, of which each step skips 16. */
  readonly unloadedSteps: number
  /** At most, over all steps. */
  readonly rows: number
  /** At the end. */
  readonly elements: number
  readonly longestTaskMs: number
}

declare global {
  interface Window {
    gc?: () => void
  }
}

const steps = 60
const hasFile = /file-\d{6}/u

/** Mounts a list of so many files, waits for its first row, then scrolls through it. */
export async function measure({ prepare }: Contender, count: number): Promise<ListFigures> {
  const element = document.querySelector<HTMLElement>('#root')
  if (element === null) throw new Error('The page has no root.')
  const mount = prepare(makeFiles(count))
  await pause(300)
  // What preparing left behind is nobody's.
  window.gc?.()
  const tasks = watchTasks()
  const startedAt = performance.now()
  mount(element)
  while (!hasFile.test(element.textContent)) await painted()
  await painted()
  const firstRowMs = performance.now() - startedAt
  await idle()
  const scrolled = await scrollThrough(element)
  const elements = document.querySelectorAll('*').length
  return { firstRowMs, ...scrolled, elements, longestTaskMs: tasks.longest() }
}

async function scrollThrough(element: HTMLElement) {
  const box = findScroller(element)
  const distance = box.scrollHeight - box.clientHeight
  const gaps: number[] = []
  let [blankSteps, unloadedSteps, rows] = [0, 0, 0]
  let last = await frame()
  for (let step = 1; step <= steps; step += 1) {
    box.scrollTop = (distance * step) / steps
    const now = await frame()
    gaps.push(now - last)
    last = now
    const row = rowInTheMiddle(box)
    if (row === null) blankSteps += 1
    else if (!hasFile.test(row.textContent)) unloadedSteps += 1
    rows = Math.max(rows, element.querySelectorAll(rowSelector).length)
  }
  gaps.sort((a, b) => a - b)
  return {
    medianGapMs: gaps[Math.floor(gaps.length / 2)] ?? Number.NaN,
    longestGapMs: gaps.at(-1) ?? Number.NaN,
    blankSteps,
    unloadedSteps,
    rows,
  }
}

function makeFiles(count: number): readonly PlainFile[] {
  return Array.from({ length: count }, (_, index) => ({
    name: `file-${String(index).padStart(6, '0')}.txt`,
    size: 1000 + ((index * 7919) % 1_000_000),
    date: new Date(1_700_000_000_000 + index * 60_000),
  }))
}

/** Of all that scroll, the one with the longest way. */
function findScroller(element: HTMLElement): Element {
  const way = (one: Element) => one.scrollHeight - one.clientHeight
  const [box] = [element, ...element.querySelectorAll('*')]
    .filter((one) => /auto|scroll/u.test(getComputedStyle(one).overflowY))
    .sort((a, b) => way(b) - way(a))
  if (box === undefined || way(box) === 0) throw new Error('Nothing scrolls.')
  return box
}

const rowSelector = '[role=row], li, tr, .row'

function rowInTheMiddle(box: Element): Element | null {
  const { x, y, width, height } = box.getBoundingClientRect()
  const hit = document.elementFromPoint(x + Math.min(width / 2, 300), y + height / 2)
  return hit?.closest(rowSelector) ?? null
}

function watchTasks(): { readonly longest: () => number } {
  let longest = 0
  const observer = new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longest = Math.max(longest, duration)
  })
  observer.observe({ type: 'longtask' })
  return { longest: () => longest }
}

const frame = () => new Promise<number>((resolve) => requestAnimationFrame(resolve))
const idle = () => new Promise((resolve) => requestIdleCallback(resolve))
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

/** A message that was posted in a frame arrives after its paint. */
async function painted(): Promise<void> {
  await frame()
  await new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.addEventListener('message', resolve, { once: true })
    port1.start()
    port2.postMessage(null)
  })
}
