import { QueryClient } from '@tanstack/react-query'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fileQueryKeys } from '../../query/index.js'
import { createMemoryBackend } from '../../testing/index.js'
import { createChangeBook, type BegunChange } from './create-change-book.js'
import type { FileChange, FileChanges } from './file-changes.js'

type Change = FileChange['change']

interface Life {
  readonly change: Change
  /** Of each of its files. */
  readonly ends: Readonly<Record<string, 'settle' | 'undo' | 'never'>>
  readonly startsAt: number
  readonly takes: Readonly<Record<string, number>>
}

const anyChange: fc.Arbitrary<Change> = fc.oneof(
  fc.constant('deleted' as const),
  fc.record({ name: fc.constantFrom('a', 'b', 'c') }),
  fc.record({ visibility: fc.constantFrom('public' as const, 'private' as const) }),
  fc.record({ folderId: fc.constantFrom('x', null), name: fc.constantFrom('d', 'e') }),
)
const anyEnd = fc.constantFrom('settle' as const, 'undo' as const, 'never' as const)
const anyLife: fc.Arbitrary<Life> = fc.record({
  change: anyChange,
  ends: fc.oneof(fc.record({ one: anyEnd }), fc.record({ one: anyEnd, two: anyEnd })),
  startsAt: fc.nat(9),
  takes: fc.record({ one: fc.nat(9), two: fc.nat(9) }),
})

/** `file`: of which the change ends; `null`: it begins. */
interface Step {
  readonly life: Life
  readonly file: string | null
}

/** As their times say; one begins before it ends. */
function stepsOf(lives: readonly Life[]): readonly Step[] {
  const timed = lives.flatMap((life) => [
    { life, file: null, at: life.startsAt },
    ...Object.keys(life.ends)
      .filter((file) => life.ends[file] !== 'never')
      .map((file) => ({ life, file, at: life.startsAt + (life.takes[file] ?? 0) })),
  ])
  return timed.toSorted((one, other) => one.at - other.at)
}

/** Each part of a page has a book of its own. */
function createBooks() {
  const client = new QueryClient()
  const { adapter } = createMemoryBackend()
  const create = () => createChangeBook(client, adapter, undefined)
  const key = fileQueryKeys.changes(adapter, undefined)
  return {
    books: [create(), create()] as const,
    shown: () => client.getQueryData<FileChanges>(key),
  }
}

/** What is confirmed in the order in which it was, and over it what is under way. */
function expectedOf(file: string, steps: readonly Step[]): Change | undefined {
  const mine = steps.filter(({ life }) => life.ends[file] !== undefined)
  const ended = mine.filter((step) => step.file === file)
  const settled = ended.filter(({ life }) => life.ends[file] === 'settle')
  const pending = mine.filter(
    (step) => step.file === null && !ended.some(({ life }) => life === step.life),
  )
  let shown: Change | undefined
  for (const { life } of [...settled, ...pending]) {
    const isGone = shown === 'deleted' || life.change === 'deleted'
    shown = isGone ? 'deleted' : { ...(shown as object), ...(life.change as object) }
  }
  return shown
}

it('takes back what was refused, and nothing else, in whatever order changes begin and end', () => {
  fc.assert(
    fc.property(fc.array(anyLife, { minLength: 2, maxLength: 6 }), (lives) => {
      const { books, shown } = createBooks()
      const begun = new Map<Life, BegunChange>()
      const steps = stepsOf(lives)
      for (const [at, { life, file }] of steps.entries()) {
        const book = books[lives.indexOf(life) % 2] ?? books[0]
        if (file === null) begun.set(life, book.begin(Object.keys(life.ends), life.change))
        else begun.get(life)?.[life.ends[file] === 'settle' ? 'settle' : 'undo']([file])
        for (const id of ['one', 'two']) {
          const expected = expectedOf(id, steps.slice(0, at + 1))
          expect(shown()?.[id]?.change).toEqual(expected)
        }
      }
    }),
    { numRuns: 500 },
  )
})

it('is confirmed once nothing of it is under way', () => {
  const { books, shown } = createBooks()
  const rename = books[0].begin(['one'], { name: 'b' })
  const publish = books[1].begin(['one'], { visibility: 'public' })
  publish.settle(['one'])
  expect(shown()?.['one']?.settledAt).toBeNull()
  rename.undo(['one'])
  expect(shown()?.['one']?.settledAt).toBeGreaterThan(0)
  rename.undo(['one'])
  expect(shown()?.['one']?.change).toEqual({ visibility: 'public' })
})
