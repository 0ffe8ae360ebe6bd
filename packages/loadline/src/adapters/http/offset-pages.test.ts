import fc from 'fast-check'
import { expect, it } from 'vitest'
import { storedFile } from '../../core/index.js'
import { readOffsetPage } from './offset-pages.js'

/** A list that somebody else changes between two pages. */
interface Changing {
  readonly all: string[]
  /** Rows at most, whatever was asked for. */
  readonly most: number
}

function pageOf({ all, most }: Changing, limit: number, cursor: string | null, offset?: number) {
  return readOffsetPage({ limit, cursor, offset }, (start, count) =>
    Promise.resolve({
      files: all
        .slice(start, start + Math.min(count, most))
        .map((id) => storedFile({ id, name: id })),
      total: all.length,
    }),
  )
}

async function readAll(
  list: Changing,
  limit: number,
  between: (round: number, found: readonly string[]) => void,
) {
  const found: string[] = []
  let cursor: string | null = null
  for (let round = 0; round < 200; round += 1) {
    const page = await pageOf(list, limit, cursor)
    found.push(...page.files.map(({ id }) => id))
    cursor = page.nextCursor
    if (cursor === null) return found
    between(round, found)
  }
  throw new Error('The list does not end.')
}

const ids = (count: number) => Array.from({ length: count }, (_, index) => `file ${index},${index}`)
const sizes = {
  count: fc.nat(40),
  limit: fc.integer({ min: 1, max: 9 }),
  most: fc.integer({ min: 1, max: 12 }),
}

it('finds each row once, in order, whatever the backend gives at a time', async () => {
  await fc.assert(
    fc.asyncProperty(fc.record(sizes), async ({ count, limit, most }) => {
      const found = await readAll({ all: ids(count), most }, limit, () => undefined)
      expect(found).toEqual(ids(count))
    }),
  )
})

it('repeats and leaves out nothing when rows come at the head, or go from what was seen', async () => {
  const changes = fc.array(fc.constantFrom('come', 'go', 'clear', 'move', 'stay'), { maxLength: 8 })
  await fc.assert(
    fc.asyncProperty(fc.record({ ...sizes, changes }), async ({ count, limit, changes: steps }) => {
      const list = { all: ids(count), most: 100 }
      const moved = new Set<string>()
      const found = await readAll(list, limit, (round, seen) => {
        if (steps[round] === 'come') list.all.unshift(`new ${round}`)
        if (steps[round] === 'go') list.all.shift()
        if (steps[round] === 'clear') {
          list.all.splice(0, Infinity, ...list.all.filter((id) => !seen.includes(id)))
        }
        if (steps[round] === 'move') moved.add(moveDown(list.all, seen))
      })
      expect(new Set(found).size).toBe(found.length)
      const left = ids(count).filter((id) => list.all.includes(id) && !moved.has(id))
      expect(found.filter((id) => left.includes(id))).toEqual(left)
    }),
  )
})

/** As a rename does: what was shown last is now further down, among rows that were not shown. */
function moveDown(all: string[], seen: readonly string[]): string {
  const id = seen.findLast((one) => all.includes(one)) ?? ''
  const from = all.indexOf(id)
  if (from !== -1) all.splice(from + 4, 0, ...all.splice(from, 1))
  return id
}

it('fills a page at an offset, however few rows the backend gives at a time', async () => {
  const places = fc.record({ ...sizes, offset: fc.nat(45) })
  await fc.assert(
    fc.asyncProperty(places, async ({ count, limit, most, offset }) => {
      const list = { all: ids(count), most }
      const page = await pageOf(list, limit, null, offset)
      expect(page.files.map(({ id }) => id)).toEqual(ids(count).slice(offset, offset + limit))
      expect(page).toMatchObject({ total: count })
      expect(page.nextCursor === null).toBe(offset + limit >= count)
    }),
  )
})

it('ends a page at an offset where the backend has no more, whatever it counts', async () => {
  const page = await readOffsetPage({ limit: 5, offset: 1 }, (offset) =>
    Promise.resolve({
      files: offset < 3 ? [storedFile({ id: `${offset}`, name: 'a' })] : [],
      total: 9,
    }),
  )
  expect(page.files.map(({ id }) => id)).toEqual(['1', '2'])
})

it('tells the warnings of each call for a page at an offset', async () => {
  const page = await readOffsetPage({ limit: 2, offset: 0 }, (offset) =>
    Promise.resolve({
      files: [storedFile({ id: `${offset}`, name: 'a' })],
      total: 2,
      ...(offset === 0 && { warnings: ['The first row is odd.'] }),
    }),
  )
  expect(page.warnings).toEqual(['The first row is odd.'])
})

it('refuses a cursor of somebody else', async () => {
  const page = pageOf({ all: ids(3), most: 3 }, 1, 'somebody’s')
  await expect(page).rejects.toMatchObject({ code: 'validation' })
})
